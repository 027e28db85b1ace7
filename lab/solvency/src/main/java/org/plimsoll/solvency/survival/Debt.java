package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// What one party owes another: a loan, a deposit that can be withdrawn, or a margin loan.
///
/// Parties and assets are given by their position in the system.
///
/// @param lender position of the party that is owed
/// @param borrower position of the party that owes, another one
/// @param asset position of the asset owed
/// @param principal units owed; positive
/// @param called share of what is left that falls due every day, 0 to 1: withdrawals of a deposit
/// @param dueDay day on which all of it falls due; 0 for never
/// @param security what secures it
public record Debt(
    int lender,
    int borrower,
    int asset,
    double principal,
    double called,
    int dueDay,
    Security security) {

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public Debt {
    Require.holds(lender >= 0, "lender", lender);
    Require.holds(borrower >= 0 && borrower != lender, "borrower", borrower);
    Require.holds(asset >= 0, "asset", asset);
    Require.positive("principal", principal);
    Require.share("called", called);
    Require.holds(dueDay >= 0, "dueDay", dueDay);
  }

  /// Collateral that the lender sells when the loan has become too large for it.
  ///
  /// @param asset position of the asset pledged; the borrower holds it until then
  /// @param quantity units pledged; 0 for none
  /// @param trigger principal over collateral, both at market, above which all of it is sold;
  ///   positive
  /// @param recourse share of what the sale leaves unpaid that the borrower still owes, at once; 0
  ///   to 1
  public record Security(int asset, double quantity, double trigger, double recourse) {
    /// An unsecured debt.
    public static final Security NONE = new Security(0, 0, Double.POSITIVE_INFINITY, 1);

    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a component is out of its bounds
    public Security {
      Require.holds(asset >= 0, "asset", asset);
      Require.holds(quantity >= 0 && Double.isFinite(quantity), "quantity", quantity);
      Require.holds(trigger > 0, "trigger", trigger);
      Require.share("recourse", recourse);
    }
  }
}
