/// The single writer: stamps, sequences, journals, applies, publishes; replays on start.
module org.plimsoll.host {
  requires static org.jspecify;
  requires com.lmax.disruptor;
  requires transitive org.plimsoll.venue;
  requires transitive org.plimsoll.journal;

  exports org.plimsoll.host;
}
