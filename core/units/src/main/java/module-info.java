/// Assets, exact amounts, prices and rates as scaled integers, explicit rounding, and the few
/// primitive collections that the core needs.
module org.plimsoll.units {
  requires static org.jspecify;

  exports org.plimsoll.units;
}
