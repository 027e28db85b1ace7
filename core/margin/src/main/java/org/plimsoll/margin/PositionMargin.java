package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// The terms of a futures market that decide what a position in it requires.
///
/// Source: FTX help center articles 360027946371 and 360027668712 (2022). The size in the square
/// root is in whole coins. Fractions are rounded up and are at most two billionths above, or a part
/// of one below, the exact formula; what does not fit 64 bits is the largest `long`, so no size
/// overflows.
///
/// @param imfFactorE9 growth of the requirement with the square root of the size, 0 to 1
/// @param decimals decimals of the size's smallest unit, 0 to 9
/// @param imfWeightE9 multiplier of the initial fraction, not negative, usually 1
/// @param mmfWeightE9 multiplier of the maintenance fraction, not negative, usually 1
public record PositionMargin(long imfFactorE9, int decimals, long imfWeightE9, long mmfWeightE9) {

  /// Returns the initial fraction `max(base, imfFactor * sqrt(openSize)) * imfWeight`.
  ///
  /// Example: at a base of 5 % and a factor of 0.002 it is 5 % for 400 coins and 10 % for 2,500.
  ///
  /// @param floorE9 the base, [MarginProfile#initialFloorE9]
  /// @param openSize the larger of the sizes that all open buys and all open sells would make, in
  ///   the smallest unit, not negative
  public long initialE9(long floorE9, long openSize) {
    return weighted(floorE9, SizeGrowth.initialE9(imfFactorE9, openSize, decimals), imfWeightE9);
  }

  /// Returns the largest open size whose [#initialE9] at a base is that of size zero: up to it no
  /// square root need be taken.
  public long flatUpTo(long floorE9) {
    long low = 0;
    long high = Long.MAX_VALUE;
    while (low < high) {
      long middle = high - ((high - low) >>> 1);
      if (SizeGrowth.initialE9(imfFactorE9, middle, decimals) <= floorE9) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// Returns the maintenance fraction `max(floor, 0.6 * imfFactor * sqrt(size)) * mmfWeight`.
  ///
  /// Example: at a floor of 3 % and a factor of 0.002 it is 3 % for 400 coins and 6 % for 2,500.
  ///
  /// @param floorE9 the least fraction, [MarginProfile#maintenanceFloorE9]
  /// @param size in the smallest unit, not negative
  public long maintenanceE9(long floorE9, long size) {
    return weighted(floorE9, SizeGrowth.maintenanceE9(imfFactorE9, size, decimals), mmfWeightE9);
  }

  /// Returns what a fraction asks of a notional, rounded up. It is never more than the notional: a
  /// position that is fully funded asks for no more.
  ///
  /// @param notional not negative
  /// @param fractionE9 not negative
  public static long requirement(long notional, long fractionE9) {
    return Exact.mulDiv(notional, Math.min(fractionE9, ONE_E9), ONE_E9, Rounding.CEILING);
  }

  private static long weighted(long floorE9, long growthE9, long weightE9) {
    return Exact.mulDivOrMax(Math.max(floorE9, growthE9), weightE9, ONE_E9, Rounding.CEILING);
  }
}
