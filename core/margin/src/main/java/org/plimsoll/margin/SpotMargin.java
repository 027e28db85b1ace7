package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// The published formulas of spot margin: what a coin counts for, and what borrowing it requires.
///
/// Source: FTX help center article 360031149632 "Collateral Management" (2022), with the formulas
/// as two public implementations give them (docs/reference/margin.md). The size in the square root
/// is in whole coins, not in money. Everything is in billionths; a weight is rounded down and a
/// requirement up, so the venue never counts too much or asks too little.
public final class SpotMargin {
  private static final long SIZE_NUMERATOR_E9 = 1_100_000_000L;
  private static final long INITIAL_NUMERATOR_E9 = 1_100_000_000L;

  private SpotMargin() {}

  /// Returns what one unit of value counts for when `amount` of the coin is held: `min(weight, 1.1
  /// / (1 + imfFactor * sqrt(amount)))`.
  ///
  /// Example: 100,000 BTC at weight 0.975 and factor 0.002 count 0.6738, and 1,000 count 0.975.
  ///
  /// @param weightE9 0 to 1
  /// @param imfFactorE9 0 to 1
  /// @param amount count of the smallest unit, not negative
  /// @param decimals decimals of the smallest unit
  public static long effectiveWeightE9(long weightE9, long imfFactorE9, long amount, int decimals) {
    long growthE9 = sizeE9(imfFactorE9, amount, decimals);
    long sizeWeightE9 = Exact.mulDiv(SIZE_NUMERATOR_E9, ONE_E9, ONE_E9 + growthE9, Rounding.FLOOR);
    return Math.min(weightE9, sizeWeightE9);
  }

  /// Returns the initial margin fraction of `amount` borrowed: `max(1.1 / initialWeight - 1,
  /// imfFactor * sqrt(amount))`.
  ///
  /// Example: for BTC at initial weight 0.95 it is 15.79 % up to 6,232 BTC. A coin that counts for
  /// nothing has no finite fraction; the largest `long` stands for it.
  ///
  /// @param initialWeightE9 0 to 1
  /// @param imfFactorE9 0 to 1
  /// @param amount count of the smallest unit borrowed, not negative
  /// @param decimals decimals of the smallest unit
  public static long borrowInitialE9(
      long initialWeightE9, long imfFactorE9, long amount, int decimals) {
    if (initialWeightE9 == 0) {
      return Long.MAX_VALUE;
    }
    long flatE9 =
        Exact.mulDiv(INITIAL_NUMERATOR_E9, ONE_E9, initialWeightE9, Rounding.CEILING) - ONE_E9;
    return Math.max(flatE9, sizeE9(imfFactorE9, amount, decimals));
  }

  /// Returns `imfFactor * sqrt(amount)`, rounded up.
  private static long sizeE9(long imfFactorE9, long amount, int decimals) {
    return Exact.mulDiv(imfFactorE9, Exact.sqrtE9(amount, decimals), ONE_E9, Rounding.CEILING);
  }
}
