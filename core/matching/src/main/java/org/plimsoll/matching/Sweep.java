package org.plimsoll.matching;

/// What an order would get from an order book now.
public final class Sweep {
  private long filledLots;
  private long leavesLots;
  private long tickLots;

  Sweep() {}

  void begin(long quantityLots) {
    filledLots = 0;
    leavesLots = quantityLots;
    tickLots = 0;
  }

  /// Takes what is wanted of `lots` at a price; the cost stops at `Long.MAX_VALUE` instead of
  /// overflowing.
  void take(long priceTicks, long lots) {
    long taken = Math.min(lots, leavesLots);
    filledLots += taken;
    leavesLots -= taken;
    boolean fits =
        Math.multiplyHigh(priceTicks, taken) == 0
            && priceTicks * taken >= 0
            && tickLots <= Long.MAX_VALUE - priceTicks * taken;
    tickLots = fits ? tickLots + priceTicks * taken : Long.MAX_VALUE;
  }

  void stop() {
    leavesLots = 0;
  }

  /// Nothing trades and nothing is left.
  void none() {
    begin(0);
  }

  /// Returns how many lots would trade.
  public long filledLots() {
    return filledLots;
  }

  /// Returns how many lots would be left to rest: none where the rest is canceled, since an order
  /// of the same account stops the sweep or the order does not wait.
  public long leavesLots() {
    return leavesLots;
  }

  /// Returns the sum of price in ticks times lots over what would trade, or `Long.MAX_VALUE` if
  /// that is too much to count.
  public long tickLots() {
    return tickLots;
  }
}
