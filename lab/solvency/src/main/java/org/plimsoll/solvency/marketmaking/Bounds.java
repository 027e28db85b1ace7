package org.plimsoll.solvency.marketmaking;

/// The one sentence in which an argument is refused.
final class Bounds {
  private Bounds() {}

  static void require(boolean holds, String name, double value, String bound) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value + " " + bound);
    }
  }

  static void requirePositive(String name, double value) {
    require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "must be positive");
  }
}
