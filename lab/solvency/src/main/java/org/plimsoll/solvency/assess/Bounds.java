package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// The operations on intervals that valuing a book needs beyond sums and products.
final class Bounds {
  private Bounds() {}

  /// Returns every value that `min` can take over both intervals.
  static Interval smaller(Interval a, Interval b) {
    return new Interval(lowest(a.low(), b.low()), tightestHigh(a.high(), b.high()));
  }

  /// Returns what both intervals allow. Both must hold the same true value.
  static Interval both(Interval a, Interval b) {
    return new Interval(tightestLow(a.low(), b.low()), tightestHigh(a.high(), b.high()));
  }

  /// Returns the product of `interval` and a factor that is not negative.
  static Interval scale(Interval interval, BigDecimal factor) {
    return interval.times(Interval.exactly(factor));
  }

  /// Returns whether `interval` holds nothing but zero.
  static boolean isZero(Interval interval) {
    return interval.low() != null
        && interval.high() != null
        && interval.low().signum() == 0
        && interval.high().signum() == 0;
  }

  /// Returns the one value of an interval that is exact.
  ///
  /// @throws IllegalArgumentException if it allows more than one value
  static BigDecimal onlyValue(Interval interval) {
    BigDecimal low = interval.low();
    if (low == null || !interval.isExact()) {
      throw new IllegalArgumentException(interval + " is not one value");
    }
    return low;
  }

  private static @Nullable BigDecimal lowest(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.min(b);
  }

  private static @Nullable BigDecimal tightestLow(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.max(b);
  }

  private static @Nullable BigDecimal tightestHigh(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.min(b);
  }
}
