package org.plimsoll.protocol;

/// A rule of the venue that does not bind an account which has been granted so. The position in
/// this list is written to journals.
public enum Privilege {
  /// Trade, move and withdraw below what collateral covers, and owe what nobody may borrow, up to a
  /// credit line.
  ALLOW_NEGATIVE,
  /// Positions and debts are never liquidated.
  LIQUIDATION_EXEMPT,
  /// Debts bear no interest.
  INTEREST_EXEMPT
}
