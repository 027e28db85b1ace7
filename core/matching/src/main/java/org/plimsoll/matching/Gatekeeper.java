package org.plimsoll.matching;

import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The one source of [ClearedOrder]s. A venue extends it by the gates that an order must pass.
public abstract class Gatekeeper {
  private final ClearedOrder cleared = new ClearedOrder();

  /// Creates a gatekeeper with its one reusable order.
  protected Gatekeeper() {}

  /// Lets an order with a limit price through.
  ///
  /// @param order positive and never used before at the venue
  /// @param limitTicks positive
  /// @param quantityLots positive
  /// @param clientOrder the name that its owner gave it, of which the account has no other resting
  ///   order, or 0
  protected final ClearedOrder clear(
      long order,
      int account,
      Side side,
      long limitTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    return cleared
        .of(order, account, side, limitTicks, quantityLots)
        .as(timeInForce, clientOrder, isReduceOnly);
  }

  /// Returns the limit of an order that takes any price.
  protected static long worstTicks(Side side) {
    return side == Side.BUY ? Long.MAX_VALUE : 1;
  }
}
