package org.plimsoll.matching;

/// What an order that takes any price would get from an order book now.
public final class Sweep {
  private long filledLots;
  private long tickLots;

  Sweep() {}

  void clear() {
    filledLots = 0;
    tickLots = 0;
  }

  /// Adds lots at a price; the cost stops at `Long.MAX_VALUE` instead of overflowing.
  void add(long priceTicks, long lots) {
    filledLots += lots;
    boolean fits =
        Math.multiplyHigh(priceTicks, lots) == 0
            && priceTicks * lots >= 0
            && tickLots <= Long.MAX_VALUE - priceTicks * lots;
    tickLots = fits ? tickLots + priceTicks * lots : Long.MAX_VALUE;
  }

  /// Returns how many lots it would get.
  public long filledLots() {
    return filledLots;
  }

  /// Returns the sum of price in ticks times lots, or `Long.MAX_VALUE` if that is too much to
  /// count.
  public long tickLots() {
    return tickLots;
  }
}
