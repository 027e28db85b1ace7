package org.plimsoll.bench.orders;

import org.plimsoll.units.StateHash;

/// The trades of one run in the order in which they happened: how many, how much, and a fingerprint
/// of every one.
public final class TradeTape {
  private StateHash hash = new StateHash();
  private long trades;
  private long lots;

  void trade(long maker, long taker, long priceTicks, long tradedLots) {
    trades++;
    lots += tradedLots;
    hash.add(maker).add(taker).add(priceTicks).add(tradedLots);
  }

  /// Returns how many trades there were.
  public long trades() {
    return trades;
  }

  /// Returns the fingerprint of all trades and of what rests at the end.
  ///
  /// @param restingOrders how many orders rest
  public long fingerprint(long restingOrders) {
    return new StateHash().add(hash.value()).add(trades).add(lots).add(restingOrders).value();
  }
}
