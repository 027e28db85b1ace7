package org.plimsoll.venue;

import org.plimsoll.matching.ClearedOrder;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

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

  void placeLimitOrder(int account, int market, Side side, long priceTicks, long quantityLots) {
    ClearedOrder order = gates.limit(account, market, side, priceTicks, quantityLots);
    if (order != null) {
      state.sink.onLimitOrderAccepted(
          order.order(), account, market, side, priceTicks, quantityLots);
      margin.tellExemption(account);
      state.markets.get(market).book().enter(order);
    }
  }

  void placeMarketOrder(int account, int market, Side side, long quantityLots) {
    ClearedOrder order = gates.market(account, market, side, quantityLots);
    if (order != null) {
      state.sink.onMarketOrderAccepted(order.order(), account, market, side, quantityLots);
      margin.tellExemption(account);
      state.markets.get(market).book().enter(order);
    }
  }

  void cancelOrder(int account, int market, long order) {
    if (!checks.account(account) || !checks.market(market)) {
      return;
    }
    int owner = state.markets.get(market).book().ownerOf(order);
    if (owner < 0) {
      checks.refuse(RefusalReason.UNKNOWN_ORDER, 0, order);
    } else if (owner != account) {
      checks.refuse(RefusalReason.NOT_THE_OWNER, owner, account);
    } else {
      state.markets.get(market).book().remove(order);
    }
  }
}
