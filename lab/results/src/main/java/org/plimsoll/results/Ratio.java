package org.plimsoll.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact fraction, always in lowest terms and with a positive denominator.
///
/// Recoveries and cover are quotients, and most quotients have no finite decimal. The fraction is
/// kept so that nothing downstream inherits a rounding; [#rounded] is what a reader is shown.
///
/// @param numerator carries the sign
/// @param denominator positive
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
  /// Nothing.
  public static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

  /// The whole.
  public static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

  private static final int SHOWN_DECIMALS = 6;

  /// Brings the fraction to lowest terms.
  ///
  /// @throws IllegalArgumentException if the denominator is zero
  public Ratio {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException(numerator + " / 0 is no number");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /// Returns `dividend / divisor`, exactly.
  ///
  /// @throws IllegalArgumentException if `divisor` is zero
  public static Ratio of(BigDecimal dividend, BigDecimal divisor) {
    int scale = Math.max(0, Math.max(dividend.scale(), divisor.scale()));
    return new Ratio(unscaled(dividend, scale), unscaled(divisor, scale));
  }

  /// Returns `value`, exactly.
  public static Ratio of(BigDecimal value) {
    return of(value, BigDecimal.ONE);
  }

  private static BigInteger unscaled(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
  }

  /// Returns the exact sum of this and `other`.
  public Ratio plus(Ratio other) {
    return new Ratio(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /// Returns the exact difference of this and `other`.
  public Ratio minus(Ratio other) {
    return plus(new Ratio(other.numerator.negate(), other.denominator));
  }

  /// Returns the exact product of this and `other`.
  public Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /// Returns the exact quotient of this and `other`.
  ///
  /// @throws IllegalArgumentException if `other` is zero
  public Ratio dividedBy(Ratio other) {
    return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /// Returns the smaller of this and `other`.
  public Ratio min(Ratio other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// Returns -1, 0 or 1 as this is negative, zero or positive.
  public int signum() {
    return numerator.signum();
  }

  /// Returns the value with six decimals, rounded down, so that a recovery is never shown higher
  /// than it is.
  public BigDecimal rounded() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), SHOWN_DECIMALS, RoundingMode.FLOOR);
  }

  /// Returns the fraction as text, such as `2/3`, or `1` for a whole number.
  public String fraction() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
