package org.plimsoll.ledger;

/// Sums over customers, one for each asset, that may pass 64 bits: a million balances may each be
/// the largest. The upper and the lower half of every number are summed apart.
final class WideSums {
  private static final int HALF_BITS = 32;
  private static final long LOWER_HALF = 0xFFFF_FFFFL;

  private final long[] upper;
  private final long[] lower;

  WideSums(int count) {
    this.upper = new long[count];
    this.lower = new long[count];
  }

  /// Takes one number out of a sum and another in, neither negative.
  void replace(int sum, long before, long after) {
    upper[sum] += (after >>> HALF_BITS) - (before >>> HALF_BITS);
    lower[sum] += (after & LOWER_HALF) - (before & LOWER_HALF);
  }

  /// Returns a sum, or the largest `long` where it does not fit.
  long get(int sum) {
    long high = upper[sum] + (lower[sum] >>> HALF_BITS);
    return high > Integer.MAX_VALUE
        ? Long.MAX_VALUE
        : (high << HALF_BITS) + (lower[sum] & LOWER_HALF);
  }
}
