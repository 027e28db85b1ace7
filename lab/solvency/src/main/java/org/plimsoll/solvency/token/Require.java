package org.plimsoll.solvency.token;

/// The bounds of this package's inputs, in one sentence each.
final class Require {
  private Require() {}

  static void that(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value + " is out of bounds");
    }
  }

  static void positive(String name, double value) {
    that(value > 0 && value < Double.POSITIVE_INFINITY, name, value);
  }

  static void finite(String name, double value) {
    that(Double.isFinite(value), name, value);
  }

  /// Between 0 and 1, both included.
  static void share(String name, double value) {
    that(value >= 0 && value <= 1, name, value);
  }
}
