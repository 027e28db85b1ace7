package org.plimsoll.venue;

import java.util.OptionalLong;
import org.plimsoll.margin.AccountMargin;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;

/// Where an account stands at the marks of now, as the gates and liquidation reckon
/// (docs/reference/margin.md). Amounts are in the smallest unit of account.
///
/// @param account whose it is
/// @param value collateral at total weights less debts, with the profit that is not money yet
/// @param collateral holdings at initial weights less debts, as the account stands
/// @param unrealized the profit of all positions that is not money yet
/// @param freeCollateral what the account may still use, with its resting orders filled or not,
///   whichever leaves least; negative where it is short. What would make it negative is refused as
///   `INSUFFICIENT_FREE_COLLATERAL`
/// @param initialRequirement what debts, and positions with their resting orders, ask for at first
/// @param maintenance what debts and positions must keep
/// @param autoClose the value below which positions are handed over
/// @param notional of all positions and debts
/// @param openNotional the same with the positions at their open size, if the orders of the worse
///   side filled
/// @param debts of them the debts
/// @param stage by these figures
/// @param isSpared whether nothing liquidates the account all the same: no rule does, or a
///   privilege spares it
public record AccountStanding(
    int account,
    long value,
    long collateral,
    long unrealized,
    long freeCollateral,
    long initialRequirement,
    long maintenance,
    long autoClose,
    long notional,
    long openNotional,
    long debts,
    MarginStage stage,
    boolean isSpared) {

  /// Returns account value over notional in billionths, rounded down; empty without positions and
  /// debts.
  public OptionalLong marginFractionE9() {
    return notional == 0
        ? OptionalLong.empty()
        : OptionalLong.of(AccountMargin.marginFractionE9(value, notional));
  }

  /// Returns what stands behind positions and debts at their open size, over that, in billionths
  /// and rounded down, at least 0; empty without any. It is below [#initialFractionE9] where free
  /// collateral is negative.
  public OptionalLong openMarginFractionE9() {
    long behind = Math.max(0, freeCollateral + initialRequirement);
    return openNotional == 0
        ? OptionalLong.empty()
        : OptionalLong.of(AccountMargin.marginFractionE9(behind, openNotional));
  }

  /// Returns the initial requirement over the notional at open size in billionths, rounded up;
  /// empty without any.
  public OptionalLong initialFractionE9() {
    return fractionE9(initialRequirement, openNotional);
  }

  /// Returns the maintenance requirement over the notional in billionths, rounded up; empty without
  /// any.
  public OptionalLong maintenanceFractionE9() {
    return fractionE9(maintenance, notional);
  }

  private static OptionalLong fractionE9(long requirement, long notional) {
    return notional == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Exact.mulDivOrMax(requirement, Exact.ONE_E9, notional, Rounding.CEILING));
  }
}
