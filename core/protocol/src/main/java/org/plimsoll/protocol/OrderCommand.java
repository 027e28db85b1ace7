package org.plimsoll.protocol;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What a trading day is made of. These go through handlers with primitive arguments, so that
/// nothing is allocated for them.
///
/// A client order is the name that an account gives an order, any number but 0; 0 gives none. No
/// two resting orders of an account have the same.
public sealed interface OrderCommand extends Command {
  /// Buys or sells at a price or better.
  ///
  /// @param timeInForce what becomes of it where it does not trade at once
  /// @param isReduceOnly whether it may only make a position smaller, which no order in a spot
  ///   market can promise
  record PlaceLimitOrder(
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly)
      implements OrderCommand {
    /// Creates the plainest one: it rests until it is canceled and has no name of its own.
    public PlaceLimitOrder(int account, int market, Side side, long priceTicks, long quantityLots) {
      this(
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

  /// Buys or sells at the best prices there are; what the order book cannot fill is canceled.
  record PlaceMarketOrder(
      int account, int market, Side side, long quantityLots, long clientOrder, boolean isReduceOnly)
      implements OrderCommand {
    /// Creates the plainest one.
    public PlaceMarketOrder(int account, int market, Side side, long quantityLots) {
      this(account, market, side, quantityLots, 0, false);
    }
  }

  /// Takes a resting order out of the order book.
  record CancelOrder(int account, int market, long order) implements OrderCommand {}

  /// Takes the resting order that its owner calls so out of its order book.
  record CancelClientOrder(int account, long clientOrder) implements OrderCommand {}

  /// Cancels a resting order and places another one like it, under a new number and behind
  /// everybody at its price. If the new one is refused the old one stays as it was.
  ///
  /// @param priceTicks the new limit, or 0 for that of the old order
  /// @param quantityLots what the new order asks for, or 0 for what the old one has left
  /// @param clientOrder the new order's name, or 0 for that of the old order
  record AmendOrder(
      int account, int market, long order, long priceTicks, long quantityLots, long clientOrder)
      implements OrderCommand {}
}
