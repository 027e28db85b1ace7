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
}
