package org.plimsoll.solvency.book;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is known of a number: every value from `low` to `high`, both included.
///
/// A missing bound (null) means that the record sets no limit on that side. Arithmetic is exact.
/// Bounds are kept without trailing zeros, so that intervals of the same values are equal: `1.0` is
/// `1`. The bounds of an interval that holds one value are one object, so that arithmetic on the
/// millions of them in a large book computes one bound and not two.
///
/// @param low the smallest possible value, or null where nothing bounds it from below
/// @param high the largest possible value, or null where nothing bounds it from above
public record Interval(@Nullable BigDecimal low, @Nullable BigDecimal high)
    implements Serializable {
  /// Nothing owed, nothing held.
  public static final Interval ZERO = exactly(BigDecimal.ZERO);

  /// Nothing is known.
  public static final Interval UNKNOWN = new Interval(null, null);

  public Interval {
    boolean isOneObject = isSame(low, high);
    low = low == null ? null : Decimals.canonical(low);
    high = isOneObject ? low : high == null ? null : Decimals.canonical(high);
    if (!isOneObject && low != null && high != null) {
      int order = low.compareTo(high);
      if (order > 0) {
        throw new IllegalArgumentException("low " + low + " is above high " + high);
      }
      high = order == 0 ? low : high;
    }
  }

  /// Returns the interval that holds one value.
  public static Interval exactly(BigDecimal value) {
    return new Interval(value, value);
  }

  /// Returns the interval from `low` to `high`.
  public static Interval between(BigDecimal low, BigDecimal high) {
    return new Interval(low, high);
  }

  /// Returns whether exactly one value is possible.
  public boolean isExact() {
    return low != null && isSame(low, high);
  }

  /// Returns every sum of a value of this and a value of `other`.
  public Interval plus(Interval other) {
    BigDecimal least = sum(low, other.low);
    return new Interval(least, isExact() && other.isExact() ? least : sum(high, other.high));
  }

  /// Returns every difference of a value of this and a value of `other`.
  public Interval minus(Interval other) {
    return plus(other.negate());
  }

  /// Returns this with every value's sign turned.
  public Interval negate() {
    BigDecimal least = high == null ? null : high.negate();
    return new Interval(least, isExact() ? least : low == null ? null : low.negate());
  }

  /// Returns the values that are not negative, with zero in place of the others.
  public Interval positivePart() {
    if (low != null && low.signum() >= 0) {
      return this;
    }
    if (high != null && high.signum() <= 0) {
      return ZERO;
    }
    BigDecimal floor = low == null ? BigDecimal.ZERO : low.max(BigDecimal.ZERO);
    return new Interval(floor, high == null ? null : high.max(BigDecimal.ZERO));
  }

  /// Returns the values of this that are at least `floor`.
  ///
  /// @throws IllegalArgumentException if there are none
  public Interval atLeast(BigDecimal floor) {
    return low != null && low.compareTo(floor) >= 0
        ? this
        : new Interval(low == null ? floor : low.max(floor), high);
  }

  /// Returns the values of this that are at most `ceiling`.
  ///
  /// @throws IllegalArgumentException if there are none
  public Interval atMost(BigDecimal ceiling) {
    return new Interval(low, high == null ? ceiling : high.min(ceiling));
  }

  /// Returns whether every value of this is a value of `other`.
  public boolean liesIn(Interval other) {
    boolean above = other.low == null || (low != null && low.compareTo(other.low) >= 0);
    boolean below = other.high == null || (high != null && high.compareTo(other.high) <= 0);
    return above && below;
  }

  /// Returns every product of a value of this and a value of `factor`.
  ///
  /// @throws IllegalArgumentException if `factor` can be negative
  public Interval times(Interval factor) {
    if (factor.low == null || factor.low.signum() < 0) {
      throw new IllegalArgumentException("factor " + factor + " can be negative");
    }
    BigDecimal least = lowestProduct(factor);
    return new Interval(
        least, isExact() && factor.isExact() ? least : negate().lowestProductNegated(factor));
  }

  @SuppressWarnings("ReferenceEquality") // One object at both ends is what marks a single value.
  private static boolean isSame(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    return low == high;
  }

  private @Nullable BigDecimal lowestProduct(Interval factor) {
    if (low == null) {
      return factor.high != null && factor.high.signum() == 0 ? BigDecimal.ZERO : null;
    }
    if (low.signum() >= 0) {
      return low.multiply(requireLow(factor));
    }
    return factor.high == null ? null : low.multiply(factor.high);
  }

  private @Nullable BigDecimal lowestProductNegated(Interval factor) {
    BigDecimal lowest = lowestProduct(factor);
    return lowest == null ? null : lowest.negate();
  }

  private static BigDecimal requireLow(Interval factor) {
    return factor.low == null ? BigDecimal.ZERO : factor.low;
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.add(b);
  }
}
