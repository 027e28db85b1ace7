package org.plimsoll.venue;

import org.plimsoll.matching.ClearedOrder;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Takes orders in and out of the order books.
final class OrderDesk {
  private final VenueState state;
  private final Checks checks;
  private final OrderGates gates;
  private final MarginGate margin;

  OrderDesk(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
    this.gates = new OrderGates(state, checks, margin);
  }

  void placeLimitOrder(
      int account,
      int market,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    if (!checks.isCaughtUp()) {
      return;
    }
    ClearedOrder order =
        gates.limit(
            account,
            market,
            side,
            priceTicks,
            quantityLots,
            timeInForce,
            clientOrder,
            isReduceOnly);
    if (order != null) {
      enter(market, order);
    }
  }

  void placeMarketOrder(
      int account,
      int market,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    if (!checks.isCaughtUp()) {
      return;
    }
    ClearedOrder order =
        gates.market(account, market, side, quantityLots, clientOrder, isReduceOnly);
    if (order != null) {
      state.sink.onMarketOrderAccepted(
          order.order(), account, market, side, quantityLots, clientOrder, isReduceOnly);
      margin.tellExemption(account);
      state.markets.get(market).book().enter(order);
    }
  }

  void cancelOrder(int account, int market, long order) {
    int slot = find(account, market, order);
    if (slot != RestingOrders.NONE) {
      state.markets.get(market).cancel(slot, CancelCause.BY_OWNER);
    }
  }

  void cancelClientOrder(int account, long clientOrder) {
    if (!checks.account(account)) {
      return;
    }
    int slot = clientOrder == 0 ? RestingOrders.NONE : state.resting.slotOf(account, clientOrder);
    if (slot == RestingOrders.NONE) {
      checks.refuse(RefusalReason.UNKNOWN_ORDER, 0, clientOrder);
    } else {
      state.markets.get(state.resting.market(slot)).cancel(slot, CancelCause.BY_OWNER);
    }
  }

  void amendOrder(
      int account, int market, long order, long priceTicks, long quantityLots, long clientOrder) {
    int slot = checks.isCaughtUp() ? find(account, market, order) : RestingOrders.NONE;
    if (slot == RestingOrders.NONE) {
      return;
    }
    RestingOrders resting = state.resting;
    ClearedOrder replacement =
        gates.replacement(
            slot,
            priceTicks == 0 ? resting.priceTicks(slot) : priceTicks,
            quantityLots == 0 ? resting.leavesLots(slot) : quantityLots,
            clientOrder == 0 ? resting.clientOrder(slot) : clientOrder);
    if (replacement != null) {
      state.markets.get(market).cancelReleased(slot, CancelCause.AMENDED);
      enter(market, replacement);
    }
  }

  /// Cancels several orders; the bound on the open orders of an account bounds how many.
  void on(CancelAllOrders c) {
    boolean isKnown =
        checks.account(c.account())
            && (c.market() == CancelAllOrders.EVERY_MARKET || checks.market(c.market()));
    if (!isKnown) {
      return;
    }
    state.sink.onCommandApplied(c);
    RestingOrders resting = state.resting;
    int next;
    for (int slot = resting.firstOf(c.account()); slot != RestingOrders.NONE; slot = next) {
      next = resting.nextOf(slot);
      int market = resting.market(slot);
      boolean isMeant = c.market() == market || c.market() == CancelAllOrders.EVERY_MARKET;
      if (isMeant && c.sides().include(resting.side(slot))) {
        state.markets.get(market).cancel(slot, CancelCause.BY_OWNER);
      }
    }
  }

  /// Lets history have what a client calls an order.
  void on(NoteClientOrder c) {
    boolean passes =
        checks.account(c.account())
            && (c.clientOrder() != 0
                || checks.refuse(RefusalReason.PARAMETER_OUT_OF_RANGE, 1, c.clientOrder()));
    if (passes) {
      state.sink.onCommandApplied(c);
    }
  }

  private void enter(int market, ClearedOrder order) {
    state.sink.onLimitOrderAccepted(
        order.order(),
        order.account(),
        market,
        order.side(),
        order.limitTicks(),
        order.quantityLots(),
        order.timeInForce(),
        order.clientOrder(),
        order.isReduceOnly());
    margin.tellExemption(order.account());
    state.markets.get(market).book().enter(order);
  }

  /// Returns the slot of an account's order, or [RestingOrders#NONE] if the command was refused.
  private int find(int account, int market, long order) {
    if (!checks.account(account) || !checks.market(market)) {
      return RestingOrders.NONE;
    }
    int slot = state.markets.get(market).book().slotOf(order);
    if (slot == RestingOrders.NONE) {
      checks.refuse(RefusalReason.UNKNOWN_ORDER, 0, order);
      return slot;
    }
    int owner = state.resting.account(slot);
    if (owner == account) {
      return slot;
    }
    checks.refuse(RefusalReason.NOT_THE_OWNER, owner, account);
    return RestingOrders.NONE;
  }
}
