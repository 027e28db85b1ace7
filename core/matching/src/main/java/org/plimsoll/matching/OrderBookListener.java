package org.plimsoll.matching;

import org.plimsoll.units.Side;

/// Told what an [OrderBook] does, in the order in which it does it.
public interface OrderBookListener {
  /// Two orders matched, at the price of the one that was there first.
  ///
  /// @param takerSide the side of the order that came later
  void onTrade(
      long makerOrder,
      int makerAccount,
      long takerOrder,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots);

  /// A resting order has nothing left and is gone.
  void onFilled(long order, int account);

  /// What an order had left rests in the order book.
  void onRested(long order, int account, Side side, long priceTicks, long leavesLots);

  /// An order that never rests found nothing more to trade with.
  void onExhausted(long order, int account, long leavesLots);

  /// An order stopped before it would have traded with one of its own account.
  void onSelfTrade(long order, int account, long leavesLots);

  /// A post-only order would have traded at once, so it did nothing.
  void onWouldTake(long order, int account, long leavesLots);

  /// An order that trades as a whole or not at all could not, so it did nothing.
  void onUnfillable(long order, int account, long leavesLots);

  /// A resting order was taken out.
  void onRemoved(long order, int account, Side side, long priceTicks, long leavesLots);
}
