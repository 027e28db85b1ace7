/// What goes into the venue and what comes out: sealed commands and events, refusal reasons, and
/// their versioned binary codec.
module org.plimsoll.protocol {
  requires static org.jspecify;
  requires transitive org.plimsoll.units;
  requires transitive org.plimsoll.ledger;

  exports org.plimsoll.protocol;
}
