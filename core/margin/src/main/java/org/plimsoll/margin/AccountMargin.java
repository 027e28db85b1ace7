package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;

/// The published fractions of a whole account, as amounts in the smallest unit of account.
///
/// The margin fraction is account value / notional, and each requirement is an average weighted by
/// notional. So a fraction is met exactly when the value is at least the sum of the requirements,
/// and nothing has to be divided to find out. Source: FTX help center articles 360027946371 and
/// 360027668712 (2022).
public final class AccountMargin {
  private static final long AUTO_CLOSE_GAP_E9 = 60_000_000;

  private AccountMargin() {}

  /// Returns what an account may still use or withdraw: `min(collateral, collateral + unrealized)`
  /// less the initial requirements. A profit that is not realized yet is no collateral, a loss is.
  /// Negative where the requirements are not met.
  ///
  /// So it is at least zero exactly when the open margin fraction is at least the initial one, and
  /// then it is the published "unused collateral", `(open fraction - initial fraction) * notional`.
  ///
  /// @param collateral at initial weights less debts, less than 2^61 either way
  /// @param unrealized profit of all positions, less than 2^61 either way
  /// @param required the sum of the initial requirements of positions with their open orders and of
  ///   debts, 0 to 2^61
  public static long freeCollateral(long collateral, long unrealized, long required) {
    return Math.min(collateral, collateral + unrealized) - required;
  }

  /// Returns the account value below which positions are handed over: `max(maintenance / 2,
  /// maintenance - 6 % of notional)`, rounded up. No amount overflows.
  ///
  /// @param maintenance the sum of all maintenance requirements, not negative
  /// @param notional the sum of the notionals of all positions and borrowings, not negative
  public static long autoCloseRequirement(long maintenance, long notional) {
    long gap = Exact.mulDiv(notional, AUTO_CLOSE_GAP_E9, ONE_E9, Rounding.FLOOR);
    return Math.max(Math.ceilDiv(maintenance, 2L), maintenance - gap);
  }

  /// Returns the margin fraction `value / notional` in billionths, rounded down: what is shown to
  /// an owner, while the venue compares amounts. Where it does not fit, and for an account without
  /// notional, it is the largest or smallest `long` by the sign of the value.
  ///
  /// @param notional not negative
  public static long marginFractionE9(long value, long notional) {
    if (value >= 0) {
      return notional == 0
          ? Long.MAX_VALUE
          : Exact.mulDivOrMax(value, ONE_E9, notional, Rounding.FLOOR);
    }
    boolean fits = notional > 0 && value / notional > Long.MIN_VALUE / ONE_E9;
    return fits ? Exact.mulDiv(value, ONE_E9, notional, Rounding.FLOOR) : Long.MIN_VALUE;
  }

  /// Returns the stage of an account.
  ///
  /// @param value the account value, of either sign
  /// @param maintenance the sum of all maintenance requirements, not negative
  /// @param notional the sum of the notionals of all positions and borrowings, not negative
  public static MarginStage stage(long value, long maintenance, long notional) {
    if (value >= maintenance) {
      return MarginStage.HEALTHY;
    }
    if (value < 0) {
      return MarginStage.BANKRUPT;
    }
    return value >= autoCloseRequirement(maintenance, notional)
        ? MarginStage.LIQUIDATING
        : MarginStage.AUTO_CLOSE;
  }
}
