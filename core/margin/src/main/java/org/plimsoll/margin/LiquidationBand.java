package org.plimsoll.margin;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// How far each price may move before an account has to be looked at again.
///
/// Between an account's own changes its slack, account value less maintenance requirement, is
/// linear in prices: weights and fractions depend on quantities alone. So it is split into equal
/// allowances, one for each price that matters to the account, and a price may move against it
/// until it has used up its own. While no price has left its band, no allowance is exceeded and the
/// slack is not negative; crossing one says nothing yet but that the account is computed anew.
///
/// A sensitivity is how the slack moves with a price: as if that many of the smallest unit were
/// held outright, negative where a rise hurts. Whoever computes it from weights and fractions
/// rounds it away from zero, so that it never counts for less than it is.
public final class LiquidationBand {
  private LiquidationBand() {}

  /// Returns what one price may use up of the slack, in the smallest unit of account, rounded down.
  ///
  /// @param slack account value less maintenance requirement, not negative, less all units by which
  ///   rounding could make it smaller at other prices
  /// @param prices how many prices have a sensitivity, positive
  public static long allowance(long slack, int prices) {
    return slack / prices;
  }

  /// Returns a part of a size, rounded up: what a weight or fraction makes of it for a sensitivity.
  ///
  /// @param size not negative
  /// @param fractionE9 0 to 1
  public static long part(long size, long fractionE9) {
    return Exact.mulDiv(size, fractionE9, Exact.ONE_E9, Rounding.CEILING);
  }

  /// Returns the last price at which the slack is certainly not negative: the lowest where a fall
  /// hurts, the highest where a rise does. Both ends are rounded toward the price now.
  ///
  /// The result is 0 where no fall can use up the allowance and the largest `long` where no rise
  /// can; so it is for a sensitivity of 0, as if a rise hurt.
  ///
  /// @param priceE9 now, not negative
  /// @param allowance from [#allowance], not negative
  /// @param sensitivity signed, in the smallest unit of the asset, above the smallest `long`
  /// @param decimals of that unit, 0 to 9
  /// @param accountDecimals of the unit of account, 0 to 9
  public static long lastSafeE9(
      long priceE9, long allowance, long sensitivity, int decimals, int accountDecimals) {
    if (sensitivity == 0) {
      return Long.MAX_VALUE;
    }
    long scale = Exact.powerOfTen(9 + decimals - accountDecimals);
    long moveE9 = Exact.mulDivOrMax(allowance, scale, Math.abs(sensitivity), Rounding.FLOOR);
    if (sensitivity > 0) {
      return Math.max(0, priceE9 - moveE9);
    }
    return priceE9 > Long.MAX_VALUE - moveE9 ? Long.MAX_VALUE : priceE9 + moveE9;
  }
}
