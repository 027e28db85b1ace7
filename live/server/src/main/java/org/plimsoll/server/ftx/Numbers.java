package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;

/// Numbers as this dialect writes and reads them: what the venue counts in integers is written as
/// the decimal that it is, without trailing zeros.
final class Numbers {
  /// As many digits as a client's floating point keeps.
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  /// No quantity, price or balance needs more digits; longer ones cost time to compare.
  private static final int DIGITS_MAX = 40;

  private Numbers() {}

  /// Returns `count / 10^decimals`.
  static BigDecimal scaled(long count, int decimals) {
    return plain(BigDecimal.valueOf(count, decimals));
  }

  /// Returns `count / 10^9`.
  static BigDecimal e9(long count) {
    return scaled(count, 9);
  }

  /// Returns a quotient to 15 digits.
  static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return plain(dividend.divide(divisor, SHOWN));
  }

  /// Returns a number without trailing zeros, and never with a negative scale.
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// Returns how many steps a number is, or nothing if it is no whole count of them.
  ///
  /// @param step positive
  static OptionalLong steps(BigDecimal number, BigDecimal step) {
    BigDecimal[] parts = number.divideAndRemainder(step);
    boolean isWhole = parts[1].signum() == 0 && parts[0].abs().compareTo(LARGEST) <= 0;
    return isWhole ? OptionalLong.of(parts[0].longValueExact()) : OptionalLong.empty();
  }

  /// Returns whether a number is short enough to calculate with.
  static boolean isBounded(BigDecimal number) {
    return number.precision() <= DIGITS_MAX && Math.abs((long) number.scale()) <= DIGITS_MAX;
  }

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
}
