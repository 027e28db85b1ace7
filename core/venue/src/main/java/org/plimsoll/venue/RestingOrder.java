package org.plimsoll.venue;

import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// An order that rests in an order book.
///
/// @param priceTicks its limit
/// @param leavesLots what of it has not traded yet
/// @param clientOrder the name that its owner gave it, or 0
/// @param isReduceOnly whether it may only make a position smaller
public record RestingOrder(
    long order,
    int account,
    int market,
    Side side,
    long priceTicks,
    long leavesLots,
    long clientOrder,
    TimeInForce timeInForce,
    boolean isReduceOnly) {

  static Optional<RestingOrder> of(RestingOrders resting, long order) {
    int slot = resting.slotOf(order);
    return slot == RestingOrders.NONE ? Optional.empty() : Optional.of(at(slot, resting));
  }

  static void forEachOf(int account, RestingOrders resting, Consumer<RestingOrder> visitor) {
    int first = resting.firstOf(account);
    for (int slot = first; slot != RestingOrders.NONE; slot = resting.nextOf(slot)) {
      visitor.accept(at(slot, resting));
    }
  }

  private static RestingOrder at(int slot, RestingOrders resting) {
    return new RestingOrder(
        resting.order(slot),
        resting.account(slot),
        resting.market(slot),
        resting.side(slot),
        resting.priceTicks(slot),
        resting.leavesLots(slot),
        resting.clientOrder(slot),
        resting.timeInForce(slot),
        resting.isReduceOnly(slot));
  }
}
