package org.plimsoll.units;

/// What an account's value is to its requirements, and so who may act for it.
///
/// Source: FTX help center articles 360027668712 and 360027937831, "Liquidations". A fraction that
/// is exactly met is met.
public enum MarginStage {
  /// The maintenance requirement is met: the account is its owner's.
  HEALTHY,
  /// Below maintenance: it takes no orders, and the venue sells into the order book.
  LIQUIDATING,
  /// Below auto-close: positions are handed over off the order book.
  AUTO_CLOSE,
  /// The value is negative: what is missing is somebody else's loss.
  BANKRUPT
}
