package org.plimsoll.protocol;

/// Which orders a market takes. Orders can be canceled in every state. The position in this list is
/// written to journals.
public enum MarketState {
  /// Every order.
  OPEN,
  /// Only orders that bring nearer to zero what an account owns or owes of the base asset, or its
  /// position in a future.
  CLOSE_ONLY,
  /// Only post-only orders.
  POST_ONLY,
  /// None.
  HALTED,
  /// None ever again; what rests is canceled.
  DELISTED
}
