/// The price-time order book. It reports to a listener and knows nothing of money.
module org.plimsoll.matching {
  requires static org.jspecify;
  requires transitive org.plimsoll.units;

  exports org.plimsoll.matching;
}
