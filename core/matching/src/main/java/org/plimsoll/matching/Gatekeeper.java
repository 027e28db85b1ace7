package org.plimsoll.matching;

import org.plimsoll.units.Side;

/// The one source of [ClearedOrder]s. A venue extends it by the gates that an order must pass.
public abstract class Gatekeeper {
  private final ClearedOrder cleared = new ClearedOrder();

  /// Creates a gatekeeper with its one reusable order.
  protected Gatekeeper() {}

  /// Lets an order with a limit price through; what does not trade at once will rest.
  ///
  /// @param order positive and never used before in the order book it enters
  /// @param limitTicks positive
  /// @param quantityLots positive
  protected final ClearedOrder clearLimit(
      long order, int account, Side side, long limitTicks, long quantityLots) {
    return cleared.of(order, account, side, limitTicks, quantityLots, true);
  }

  /// Lets an order through that takes any price and never rests.
  ///
  /// @param order positive
  /// @param quantityLots positive
  protected final ClearedOrder clearMarket(long order, int account, Side side, long quantityLots) {
    return cleared.of(order, account, side, worstTicks(side), quantityLots, false);
  }

  /// Returns the limit of an order that takes any price.
  protected static long worstTicks(Side side) {
    return side == Side.BUY ? Long.MAX_VALUE : 1;
  }
}
