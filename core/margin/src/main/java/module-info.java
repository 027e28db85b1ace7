/// The published margin formulas as pure functions over a portfolio view.
module org.plimsoll.margin {
  requires static org.jspecify;
  requires transitive org.plimsoll.units;

  exports org.plimsoll.margin;
}
