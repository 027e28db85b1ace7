package org.plimsoll.solvency.book;

import java.math.BigDecimal;

/// The one form in which the book keeps a decimal, so that equal numbers are equal values.
final class Decimals {
  private Decimals() {}

  /// Returns the same number without trailing zeros and without an exponent: `1.0` and `1E+2`
  /// become `1` and `100`.
  static BigDecimal canonical(BigDecimal number) {
    if (number.scale() <= 0) {
      return number.setScale(0);
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
