package org.plimsoll.units;

/// The side of an order or of a trade's taker.
public enum Side {
  BUY,
  SELL;

  /// Returns the side that this one trades against.
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
