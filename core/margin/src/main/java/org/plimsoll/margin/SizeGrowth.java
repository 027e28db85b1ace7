package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// How requirements grow with the square root of a size in whole coins, in billionths, rounded up.
/// With a factor of at most 1 every size fits 64 bits: the root of 2^63 coins is below 3.1 billion.
final class SizeGrowth {
  private SizeGrowth() {}

  /// Returns `factor * sqrt(size)`.
  static long initialE9(long factorE9, long size, int decimals) {
    return Exact.mulDiv(factorE9, Exact.sqrtE9(size, decimals), ONE_E9, Rounding.CEILING);
  }

  /// Returns `0.6 * factor * sqrt(size)`, rounded once.
  static long maintenanceE9(long factorE9, long size, int decimals) {
    return Exact.mulDiv(3 * factorE9, Exact.sqrtE9(size, decimals), 5 * ONE_E9, Rounding.CEILING);
  }
}
