package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;

/// Whole units, as people write them, as counts of smallest units.
final class Whole {
  private static final int E9 = 9;

  private Whole() {}

  /// Returns a count of the smallest unit.
  ///
  /// @throws IllegalArgumentException if it is no whole count, or too large
  static long units(BigDecimal whole, int decimals) {
    try {
      return whole.movePointRight(decimals).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          whole.toPlainString() + " has more than " + decimals + " decimals, or is too large", e);
    }
  }

  /// Returns billionths.
  static long e9(BigDecimal number) {
    return units(number, E9);
  }
}
