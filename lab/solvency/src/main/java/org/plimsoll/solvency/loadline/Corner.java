package org.plimsoll.solvency.loadline;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// An end of all the ranges of a book at once.
public enum Corner {
  /// Every range at the end that is worse for whoever lends.
  CAREFUL,
  /// Every range at the better end.
  FAVORABLE;

  /// Returns the end of a range of which more is better; 0 or infinity where nothing bounds it.
  public double ofMoreIsBetter(Interval range) {
    return this == CAREFUL ? low(range) : high(range);
  }

  /// Returns the end of a range of which less is better; 0 or infinity where nothing bounds it.
  public double ofLessIsBetter(Interval range) {
    return this == CAREFUL ? high(range) : low(range);
  }

  /// Returns the end of a range of either sign of which more is better; infinite where nothing
  /// bounds it.
  double ofSigned(Interval range) {
    @Nullable BigDecimal end = this == CAREFUL ? range.low() : range.high();
    double unbounded = this == CAREFUL ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    return end == null ? unbounded : end.doubleValue();
  }

  /// Returns the other end.
  Corner opposite() {
    return this == CAREFUL ? FAVORABLE : CAREFUL;
  }

  private static double low(Interval range) {
    @Nullable BigDecimal low = range.low();
    return low == null ? 0 : low.doubleValue();
  }

  private static double high(Interval range) {
    @Nullable BigDecimal high = range.high();
    return high == null ? Double.POSITIVE_INFINITY : high.doubleValue();
  }
}
