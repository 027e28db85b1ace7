package org.plimsoll.solvency.survival;

import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.plimsoll.solvency.bounds.Require;

/// Parties that hold the same assets and owe each other.
///
/// @param assets the first is [RiskyAsset#MONEY]
/// @param correlation of the assets' daily moves; positive definite, ones on its diagonal. Money's
///   row plays no part.
/// @param parties by position
/// @param debts in the order in which they are paid when they fall due together
/// @param jump of all prices at once
/// @param defaultCorrelation of the parties' outside failures, through one common factor; at least
///   0, below 1
public record CreditSystem(
    List<RiskyAsset> assets,
    RealMatrix correlation,
    List<Counterparty> parties,
    List<Debt> debts,
    MarketJump jump,
    double defaultCorrelation) {
  /// Days that the rates of a year are spread over; markets of this kind never close.
  public static final int DAYS_PER_YEAR = 365;

  private static final double PLEDGE_TOLERANCE = 1e-9;

  /// Checks that the parts fit together.
  ///
  /// @throws IllegalArgumentException if they do not: a position that does not exist, a matrix of
  ///   another size, a first asset that is not money, more pledged than held
  public CreditSystem {
    assets = List.copyOf(assets);
    correlation = correlation.copy();
    parties = List.copyOf(parties);
    debts = List.copyOf(debts);
    Require.holds(
        defaultCorrelation >= 0 && defaultCorrelation < 1,
        "correlation of defaults",
        defaultCorrelation);
    if (assets.isEmpty() || !assets.getFirst().equals(RiskyAsset.MONEY)) {
      throw new IllegalArgumentException("the first asset must be money");
    }
    int size = assets.size();
    Require.holds(correlation.getRowDimension() == size, "rows", correlation.getRowDimension());
    Require.holds(correlation.isSquare(), "columns", correlation.getColumnDimension());
    for (Counterparty party : parties) {
      Require.holds(party.holdings().size() == size, "holdings", party.holdings().size());
    }
    for (Debt debt : debts) {
      Require.holds(debt.lender() < parties.size(), "lender", debt.lender());
      Require.holds(debt.borrower() < parties.size(), "borrower", debt.borrower());
      Require.holds(debt.asset() < size, "asset", debt.asset());
      Require.holds(debt.security().asset() < size, "pledged asset", debt.security().asset());
    }
    requirePledgesHeld(parties, debts);
  }

  /// Returns the system with other assets: a policy that changes markets, such as a thinner depth.
  public CreditSystem withAssets(List<RiskyAsset> changed) {
    return new CreditSystem(changed, correlation, parties, debts, jump, defaultCorrelation);
  }

  private static void requirePledgesHeld(List<Counterparty> parties, List<Debt> debts) {
    for (Debt debt : debts) {
      double pledged = 0;
      for (Debt other : debts) {
        boolean same =
            other.borrower() == debt.borrower()
                && other.security().asset() == debt.security().asset();
        pledged += same ? other.security().quantity() : 0;
      }
      double held = parties.get(debt.borrower()).holdings().get(debt.security().asset());
      Require.holds(pledged <= held * (1 + PLEDGE_TOLERANCE), "pledged", pledged);
    }
  }
}
