package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What the balances of an account are worth at total weights, what keeping its debts requires, and
/// how large they are. One object, set anew for each account.
///
/// Holdings count at total weights scaled by size, debts in full. The requirement on one borrowed
/// coin never exceeds its whole value. An asset without a mark counts for nothing. Source: FTX help
/// center articles 360027946371 and 360031149632 (2022).
public final class MaintenanceMargin {
  private final MarginParameters parameters;
  private long value;
  private long required;
  private long notional;

  /// Creates the rule over `parameters`, which it reads anew at each call.
  public MaintenanceMargin(MarginParameters parameters) {
    this.parameters = parameters;
  }

  /// Values a portfolio; the answers are good until the next call.
  public void of(PortfolioView portfolio) {
    value = 0;
    required = 0;
    notional = 0;
    for (int asset = 0; asset < parameters.assetCount(); asset++) {
      long quantity = portfolio.quantity(asset);
      if (quantity > 0) {
        value += holding(asset, quantity);
      } else if (quantity < 0) {
        addDebt(asset, -quantity);
      }
    }
  }

  /// Returns holdings less debts, in the smallest unit of account.
  public long value() {
    return value;
  }

  /// Returns what the debts require, in the smallest unit of account.
  public long required() {
    return required;
  }

  /// Returns the value of the debts, in the smallest unit of account.
  public long notional() {
    return notional;
  }

  /// Returns what one unit of value of a holding counts for, in billionths.
  public long weightE9(int asset, long amount) {
    return SpotMargin.effectiveWeightE9(
        parameters.totalWeightE9(asset),
        parameters.imfFactorE9(asset),
        amount,
        parameters.decimals(asset));
  }

  /// Returns the part of a debt's value that it requires, in billionths, at most 1.
  public long fractionE9(int asset, long amount) {
    return Math.min(
        ONE_E9,
        SpotMargin.borrowMaintenanceE9(
            parameters.totalWeightE9(asset),
            parameters.imfFactorE9(asset),
            amount,
            parameters.decimals(asset)));
  }

  private long holding(int asset, long amount) {
    long full = valueOf(asset, amount, Rounding.FLOOR);
    return Exact.mulDiv(full, weightE9(asset, amount), ONE_E9, Rounding.FLOOR);
  }

  private void addDebt(int asset, long amount) {
    long debt = valueOf(asset, amount, Rounding.CEILING);
    value -= debt;
    notional += debt;
    required += Exact.mulDiv(debt, fractionE9(asset, amount), ONE_E9, Rounding.CEILING);
  }

  private long valueOf(int asset, long amount, Rounding rounding) {
    return Exact.value(
        amount,
        parameters.markE9(asset),
        parameters.decimals(asset),
        parameters.decimals(0),
        rounding);
  }
}
