package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// How much of a portfolio's collateral is not yet spoken for: collateral at initial weights, less
/// what is borrowed, less the initial requirement on it.
///
/// It is at least zero exactly when the account's open margin fraction is at least its initial
/// margin fraction, both from FTX help center article 360027946371, but needs no division. The
/// requirement on one borrowed coin never exceeds its whole value: a borrowing that is fully funded
/// asks for no more.
public final class FreeCollateral {
  private final MarginParameters parameters;

  /// Creates the rule over `parameters`, which it reads anew at each call.
  public FreeCollateral(MarginParameters parameters) {
    this.parameters = parameters;
  }

  /// Returns the free collateral of `portfolio` in the smallest unit of account; negative where the
  /// initial requirement is not met. An asset without a mark counts for nothing.
  public long of(PortfolioView portfolio) {
    long collateral = 0;
    long debts = 0;
    for (int asset = 0; asset < parameters.assetCount(); asset++) {
      long quantity = portfolio.quantity(asset);
      long worth = worth(asset, quantity, quantity > 0 ? portfolio.coming(asset) : 0);
      collateral += Math.max(0, worth);
      debts = sumOrMax(debts, Math.max(0, -worth));
    }
    return collateral - debts;
  }

  /// Returns what one asset adds to the free collateral: what a holding counts for, or the negative
  /// of a debt with its requirement. It depends on nothing else that the account has, so a sum over
  /// assets can be kept and only what has changed be counted anew.
  ///
  /// @param coming as [PortfolioView#coming], 0 of a debt
  public long worth(int asset, long quantity, long coming) {
    if (quantity > 0) {
      return collateral(asset, parameters.counted(asset, quantity, coming));
    }
    return quantity < 0 ? -debtAndRequirement(asset, -quantity) : 0;
  }

  /// A portfolio that nobody may have yet can owe more than 64 bits hold; the most that they hold
  /// is as far out of reach.
  public static long sumOrMax(long debts, long more) {
    return debts > Long.MAX_VALUE - more ? Long.MAX_VALUE : debts + more;
  }

  private long collateral(int asset, long amount) {
    long weightE9 =
        amount <= parameters.flatUpTo(asset)
            ? parameters.initialWeightE9(asset)
            : SpotMargin.effectiveWeightE9(
                parameters.initialWeightE9(asset),
                parameters.imfFactorE9(asset),
                amount,
                parameters.decimals(asset));
    return Exact.mulDiv(value(asset, amount, Rounding.FLOOR), weightE9, ONE_E9, Rounding.FLOOR);
  }

  private long debtAndRequirement(int asset, long amount) {
    long debt = value(asset, amount, Rounding.CEILING);
    long fractionE9 =
        SpotMargin.borrowInitialE9(
            parameters.initialWeightE9(asset),
            parameters.imfFactorE9(asset),
            amount,
            parameters.decimals(asset));
    long required = Exact.mulDiv(debt, Math.min(fractionE9, ONE_E9), ONE_E9, Rounding.CEILING);
    return sumOrMax(debt, required);
  }

  private long value(int asset, long amount, Rounding rounding) {
    return Exact.value(
        amount,
        parameters.markE9(asset),
        parameters.decimals(asset),
        parameters.decimals(0),
        rounding);
  }
}
