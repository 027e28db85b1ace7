package org.plimsoll.solvency.change;

/// The groups of a book's lines among which a change of equity is shared out. Nothing else of a
/// book has a say in equity at mark.
public enum Cause {
  /// What one unit of each asset is worth.
  PRICES,
  /// What is on hand.
  CUSTODY,
  /// What is owed to and by accounts.
  ACCOUNTS,
  /// What is lent and borrowed, with its collateral and recourse.
  LOANS,
  /// What is expected back from accounts under water.
  POLICIES
}
