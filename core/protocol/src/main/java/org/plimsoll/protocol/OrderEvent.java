package org.plimsoll.protocol;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What a trading day consists of: the events that are told by calls with primitive arguments.
public sealed interface OrderEvent extends Event {
  /// A limit order passed every gate.
  ///
  /// @param order its number at the venue, from 1
  record LimitOrderAccepted(
      long order,
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly)
      implements OrderEvent {
    /// Creates the one of the plainest order.
    public LimitOrderAccepted(
        long order, int account, int market, Side side, long priceTicks, long quantityLots) {
      this(
          order,
          account,
          market,
          side,
          priceTicks,
          quantityLots,
          TimeInForce.GOOD_TILL_CANCELED,
          0,
          false);
    }
  }

  /// A market order passed every gate.
  record MarketOrderAccepted(
      long order,
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly)
      implements OrderEvent {
    /// Creates the one of the plainest order.
    public MarketOrderAccepted(long order, int account, int market, Side side, long quantityLots) {
      this(order, account, market, side, quantityLots, 0, false);
    }
  }

  /// Two orders matched.
  ///
  /// @param takerSide the side of the order that came later
  record TradeExecuted(
      int market,
      long makerOrder,
      long takerOrder,
      int makerAccount,
      int takerAccount,
      Side takerSide,
      long priceTicks,
      long quantityLots)
      implements OrderEvent {}

  /// An order, or what was left of it, was taken away.
  ///
  /// @param leavesLots the quantity that did not trade
  record OrderCanceled(long order, int account, int market, long leavesLots, CancelCause cause)
      implements OrderEvent {}
}
