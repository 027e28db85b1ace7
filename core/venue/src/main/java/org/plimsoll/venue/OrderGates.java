package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.matching.ClearedOrder;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The gates that an order passes before a matcher sees it: known account and market, a name of its
/// own, bounds, room for one more order, margin. Each either lets it go on or has refused the
/// command.
final class OrderGates extends Gatekeeper {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;
  private final Exchange exchange = new Exchange();
  private int replaced = RestingOrders.NONE;

  OrderGates(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
  }

  @Nullable ClearedOrder limit(
      int account,
      int marketNumber,
      Side side,
      long priceTicks,
      long quantityLots,
      TimeInForce timeInForce,
      long clientOrder,
      boolean isReduceOnly) {
    if (!isAdmitted(account, marketNumber, clientOrder, isReduceOnly)) {
      return null;
    }
    SpotMarket market = state.markets.get(marketNumber);
    long most = tickLotsMax(market);
    boolean isWithinBounds =
        isQuantity(market, quantityLots)
            && checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, priceTicks, most)
            && checks.isWithin(
                RefusalReason.QUANTITY_OUT_OF_RANGE, 1, quantityLots, most / priceTicks);
    if (!isWithinBounds) {
      return null;
    }
    Sweep sweep = market.book().sweep(side, account, priceTicks, quantityLots, timeInForce);
    boolean passes =
        isCountable(sweep, most)
            && (!timeInForce.mayRest() || hasRoom(account))
            && hasMargin(account, market, side, sweep, priceTicks);
    return passes
        ? clear(
            ++state.lastOrder,
            account,
            side,
            priceTicks,
            quantityLots,
            timeInForce,
            clientOrder,
            isReduceOnly)
        : null;
  }

  @Nullable ClearedOrder market(
      int account,
      int marketNumber,
      Side side,
      long quantityLots,
      long clientOrder,
      boolean isReduceOnly) {
    if (!isAdmitted(account, marketNumber, clientOrder, isReduceOnly)) {
      return null;
    }
    SpotMarket market = state.markets.get(marketNumber);
    if (!isQuantity(market, quantityLots)) {
      return null;
    }
    long worst = worstTicks(side);
    TimeInForce timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
    Sweep sweep = market.book().sweep(side, account, worst, quantityLots, timeInForce);
    boolean passes =
        isCountable(sweep, tickLotsMax(market)) && hasMargin(account, market, side, sweep, 0);
    return passes
        ? clear(
            ++state.lastOrder,
            account,
            side,
            worst,
            quantityLots,
            timeInForce,
            clientOrder,
            isReduceOnly)
        : null;
  }

  /// Asks for an order in place of one that rests, as if that one were gone already.
  ///
  /// @param slot where the order to be replaced rests; it stays there
  @Nullable ClearedOrder replacement(
      int slot, long priceTicks, long quantityLots, long clientOrder) {
    RestingOrders resting = state.resting;
    SpotMarket market = state.markets.get(resting.market(slot));
    replaced = slot;
    market.release(slot);
    ClearedOrder order =
        limit(
            resting.account(slot),
            resting.market(slot),
            resting.side(slot),
            priceTicks,
            quantityLots,
            resting.timeInForce(slot),
            clientOrder,
            resting.isReduceOnly(slot));
    market.hold(slot);
    replaced = RestingOrders.NONE;
    return order;
  }

  private boolean isAdmitted(int account, int market, long clientOrder, boolean isReduceOnly) {
    return checks.account(account)
        && checks.market(market)
        && isNewName(account, clientOrder)
        && (!isReduceOnly || checks.refuse(RefusalReason.SPOT_CANNOT_REDUCE, 0, 1));
  }

  private boolean isNewName(int account, long clientOrder) {
    int slot = clientOrder == 0 ? RestingOrders.NONE : state.resting.slotOf(account, clientOrder);
    return slot == RestingOrders.NONE
        || slot == replaced
        || checks.refuse(RefusalReason.DUPLICATE_CLIENT_ORDER_ID, 0, clientOrder);
  }

  private boolean isQuantity(SpotMarket market, long quantityLots) {
    long baseMax = state.assets.balanceMax(market.listing().base());
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, 1, quantityLots, baseMax / market.listing().lot());
  }

  /// Asks whether what trades at once costs no more than a balance may hold. A seller can get a far
  /// better price than the one he named, so his own limit bounds nothing.
  private boolean isCountable(Sweep sweep, long tickLotsMax) {
    return checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 0, sweep.tickLots(), tickLotsMax);
  }

  private boolean hasRoom(int account) {
    int max = state.limits.ordersPerAccountMax();
    int open = state.openOrders.count(account);
    return open < max || checks.refuse(RefusalReason.TOO_MANY_OPEN_ORDERS, open + 1L, max);
  }

  private boolean hasMargin(
      int account, SpotMarket market, Side side, Sweep sweep, long restTicks) {
    long restLots = sweep.leavesLots();
    long baseNow = market.baseAmount(sweep.filledLots());
    long baseInAll = baseNow + market.baseAmount(restLots);
    long quoteNow = market.quoteAmount(sweep.tickLots());
    long quoteInAll = quoteNow + market.quoteAmount(restTicks * restLots);
    long countedTicks = market.countedTicks(side, restTicks);
    long quoteCounted = quoteNow + market.quoteAmount(countedTicks * restLots);
    int base = market.listing().base();
    int quote = market.listing().quote();
    if (side == Side.BUY) {
      exchange
          .between(quote, base)
          .now(quoteNow, baseNow)
          .inAll(quoteInAll, baseInAll)
          .counted(quoteCounted, baseInAll);
    } else {
      exchange
          .between(base, quote)
          .now(baseNow, quoteNow)
          .inAll(baseInAll, quoteInAll)
          .counted(baseInAll, quoteCounted);
    }
    return margin.allowsOrder(account, side, exchange);
  }

  private long tickLotsMax(SpotMarket market) {
    return state.assets.balanceMax(market.listing().quote()) / market.stepCost();
  }
}
