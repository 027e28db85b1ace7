package org.plimsoll.margin;

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
  BANKRUPT;

  /// Returns the stage of an account.
  ///
  /// @param value the account value, of either sign
  /// @param maintenance the sum of all maintenance requirements, not negative
  /// @param notional the sum of the notionals of all positions and borrowings, not negative
  public static MarginStage of(long value, long maintenance, long notional) {
    if (value >= maintenance) {
      return HEALTHY;
    }
    if (value < 0) {
      return BANKRUPT;
    }
    return value >= AccountMargin.autoCloseRequirement(maintenance, notional)
        ? LIQUIDATING
        : AUTO_CLOSE;
  }
}
