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
  private static final long MAINTENANCE_NUMERATOR_E9 = 1_030_000_000L;

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
    long growthE9 = SizeGrowth.initialE9(imfFactorE9, amount, decimals);
    long sizeWeightE9 = Exact.mulDiv(SIZE_NUMERATOR_E9, ONE_E9, ONE_E9 + growthE9, Rounding.FLOOR);
    return Math.min(weightE9, sizeWeightE9);
  }

  /// Returns the largest amount that counts at its whole weight, as [#effectiveWeightE9] says: a
  /// larger one counts for less. Up to it no square root need be taken.
  public static long flatUpTo(long weightE9, long imfFactorE9, int decimals) {
    long low = 0;
    long high = Long.MAX_VALUE;
    while (low < high) {
      long middle = high - ((high - low) >>> 1);
      if (effectiveWeightE9(weightE9, imfFactorE9, middle, decimals) == weightE9) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
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
    long growthE9 = SizeGrowth.initialE9(imfFactorE9, amount, decimals);
    return borrowE9(INITIAL_NUMERATOR_E9, initialWeightE9, growthE9);
  }

  /// Returns the maintenance fraction of `amount` borrowed: `max(1.03 / totalWeight - 1, 0.6 *
  /// imfFactor * sqrt(amount))`.
  ///
  /// Of two public implementations one takes the total weight here and one the initial weight. The
  /// total weight is what the sources name as that of maintenance. A coin that counts for nothing
  /// has no finite fraction; the largest `long` stands for it.
  ///
  /// Example: for USD at weight 1 it is 3 %, for BTC at total weight 0.975 it is 5.64 %.
  ///
  /// @param totalWeightE9 0 to 1
  /// @param imfFactorE9 0 to 1
  /// @param amount count of the smallest unit borrowed, not negative
  /// @param decimals decimals of the smallest unit
  public static long borrowMaintenanceE9(
      long totalWeightE9, long imfFactorE9, long amount, int decimals) {
    long growthE9 = SizeGrowth.maintenanceE9(imfFactorE9, amount, decimals);
    return borrowE9(MAINTENANCE_NUMERATOR_E9, totalWeightE9, growthE9);
  }

  private static long borrowE9(long numeratorE9, long weightE9, long growthE9) {
    if (weightE9 == 0) {
      return Long.MAX_VALUE;
    }
    long flatE9 = Exact.mulDiv(numeratorE9, ONE_E9, weightE9, Rounding.CEILING) - ONE_E9;
    return Math.max(flatE9, growthE9);
  }
}
