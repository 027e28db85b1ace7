package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Interval;

/// Every value that a quotient of two intervals can take.
///
/// @param low the smallest possible value
/// @param high the largest possible value; empty where the book sets no limit
public record RatioRange(Ratio low, Optional<Ratio> high) {
  /// Returns the range that holds one value.
  public static RatioRange exactly(Ratio value) {
    return new RatioRange(value, Optional.of(value));
  }

  /// Returns the quotients of `dividend` and `divisor`, neither of which is ever negative; empty
  /// where the divisor is certainly zero, since nothing is then asked for.
  public static Optional<RatioRange> of(Interval dividend, Interval divisor) {
    if (Bounds.isZero(divisor)) {
      return Optional.empty();
    }
    return Optional.of(new RatioRange(lowest(dividend, divisor), highest(dividend, divisor)));
  }

  /// Returns the part of `whole` that `amount` is, at most all of it.
  public static Optional<RatioRange> part(Interval amount, Interval whole) {
    return of(amount.positivePart(), whole).map(RatioRange::atMostOne);
  }

  private RatioRange atMostOne() {
    return new RatioRange(low.min(Ratio.ONE), Optional.of(high.orElse(Ratio.ONE).min(Ratio.ONE)));
  }

  /// Returns whether exactly one value is possible.
  public boolean isExact() {
    return high.isPresent() && high.get().equals(low);
  }

  private static Ratio lowest(Interval dividend, Interval divisor) {
    BigDecimal most = divisor.high();
    return dividend.low() == null || most == null ? Ratio.ZERO : Ratio.of(dividend.low(), most);
  }

  private static Optional<Ratio> highest(Interval dividend, Interval divisor) {
    BigDecimal least = divisor.low();
    if (dividend.high() == null || least == null || least.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(Ratio.of(dividend.high(), least));
  }
}
