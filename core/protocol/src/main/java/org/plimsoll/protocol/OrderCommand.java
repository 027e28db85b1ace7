package org.plimsoll.protocol;

import org.plimsoll.units.Side;

/// What a trading day is made of. These go through handlers with primitive arguments, so that
/// nothing is allocated for them.
public sealed interface OrderCommand extends Command {
  /// Buys or sells at a price or better; what does not trade at once rests in the order book.
  record PlaceLimitOrder(int account, int market, Side side, long priceTicks, long quantityLots)
      implements OrderCommand {}

  /// Buys or sells at the best prices there are; what the order book cannot fill is canceled.
  record PlaceMarketOrder(int account, int market, Side side, long quantityLots)
      implements OrderCommand {}

  /// Takes a resting order out of the order book.
  record CancelOrder(int account, int market, long order) implements OrderCommand {}
}
