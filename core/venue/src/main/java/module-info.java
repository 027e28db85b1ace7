/// The exchange as one deterministic state machine: commands in, events out.
module org.plimsoll.venue {
  requires static org.jspecify;
  requires transitive org.plimsoll.units;
  requires transitive org.plimsoll.ledger;
  requires transitive org.plimsoll.protocol;
  requires transitive org.plimsoll.matching;
  requires transitive org.plimsoll.margin;

  exports org.plimsoll.venue;
}
