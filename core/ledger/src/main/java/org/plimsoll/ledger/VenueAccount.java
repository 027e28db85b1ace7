package org.plimsoll.ledger;

/// The ledger accounts of the venue itself, one for each purpose. The position in this list is the
/// number of the ledger account, so it never changes.
///
/// A positive balance is the venue's own. It may be negative: then the venue has paid for this
/// purpose more than it took.
public enum VenueAccount {
  /// What customers pay for trading and borrowing, less what is passed on of it.
  FEES,
  /// What is put by for losses that no collateral covers.
  INSURANCE,
  /// What the venue's owners put in, which bears what the fund does not.
  CAPITAL
}
