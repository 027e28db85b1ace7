package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.matching.ClearedOrder;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.RestingOrders;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// The gates that an order passes before a matcher sees it: known account and market, a name of its
/// own, the state of the market, bounds, price band, caps, room for one more order, margin. Each
/// either lets it go on or has refused the command.
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
        isTaken(account, market, side, quantityLots, timeInForce)
            && isQuantity(market, quantityLots)
            && checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, priceTicks, most);
    if (!isWithinBounds) {
      return null;
    }
    long ticks = market.terms().cappedTicks(market.book(), side, priceTicks);
    if (!checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, quantityLots, most / ticks)) {
      return null;
    }
    Sweep sweep = market.book().sweep(side, account, ticks, quantityLots, timeInForce);
    boolean passes =
        isCountable(sweep, most)
            && isWithinBand(market, ticks)
            && isWithinCap(account, market, side, ticks, sweep.leavesLots())
            && (!timeInForce.mayRest() || hasRoom(account))
            && hasMargin(account, market, side, sweep, ticks);
    return passes
        ? clear(
            ++state.lastOrder,
            account,
            side,
            ticks,
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
    TimeInForce timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
    if (!isTaken(account, market, side, quantityLots, timeInForce)
        || !isQuantity(market, quantityLots)) {
      return null;
    }
    long worst = market.terms().cappedTicks(market.book(), side, worstTicks(side));
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

  /// Asks whether the market takes such an order in its state.
  private boolean isTaken(
      int account, SpotMarket market, Side side, long quantityLots, TimeInForce timeInForce) {
    MarketState is = market.terms().state();
    return switch (is) {
      case OPEN -> true;
      case CLOSE_ONLY -> reduces(account, market, side, quantityLots);
      case POST_ONLY -> timeInForce == TimeInForce.POST_ONLY || isForbidden(is);
      case HALTED, DELISTED -> isForbidden(is);
    };
  }

  private boolean isForbidden(MarketState is) {
    return checks.refuse(
        RefusalReason.MARKET_STATE_FORBIDS, MarketState.OPEN.ordinal(), is.ordinal());
  }

  /// Asks whether a balance of the base asset comes nearer to zero and not past it, with all
  /// resting orders that do the same filled first.
  private boolean reduces(int account, SpotMarket market, Side side, long quantityLots) {
    int base = market.listing().base();
    long balance = state.ledger.customerBalance(account, base);
    long left =
        side == Side.SELL
            ? balance - state.openOrders.takes(account, base)
            : -balance - state.openOrders.brings(account, base);
    long lots = Math.max(0, left) / market.listing().lot();
    return quantityLots <= lots
        || checks.refuse(RefusalReason.WOULD_NOT_REDUCE, quantityLots, lots);
  }

  private boolean isQuantity(SpotMarket market, long quantityLots) {
    long baseMax = state.assets.balanceMax(market.listing().base());
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        market.terms().minimumLots(),
        quantityLots,
        baseMax / market.listing().lot());
  }

  /// Asks whether what trades at once costs no more than a balance may hold. A seller can get a far
  /// better price than the one he named, so his own limit bounds nothing.
  private boolean isCountable(Sweep sweep, long tickLotsMax) {
    return checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 0, sweep.tickLots(), tickLotsMax);
  }

  private boolean isWithinBand(SpotMarket market, long ticks) {
    long markE9 = state.assets.markE9(market.listing().base());
    if (!market.terms().hasBand(markE9)) {
      return true;
    }
    long tickE9 = market.listing().tickE9();
    return checks.isWithin(
        RefusalReason.PRICE_OUTSIDE_BAND,
        market.terms().bandLowTicks(markE9, tickE9),
        ticks,
        market.terms().bandHighTicks(markE9, tickE9));
  }

  /// Asks whether what the account lets rest on one side of a market stays within its cap. The
  /// bound on open orders bounds how many are added up.
  private boolean isWithinCap(
      int account, SpotMarket market, Side side, long ticks, long restLots) {
    long cap = market.terms().limits().openOrderCap();
    if (cap == 0 || restLots == 0) {
      return true;
    }
    RestingOrders resting = state.resting;
    long tickLots = ticks * restLots;
    for (int slot = resting.firstOf(account);
        slot != RestingOrders.NONE;
        slot = resting.nextOf(slot)) {
      boolean counts =
          slot != replaced
              && resting.market(slot) == market.listing().market()
              && resting.side(slot) == side;
      tickLots += counts ? resting.priceTicks(slot) * resting.leavesLots(slot) : 0;
    }
    long amount = market.quoteAmount(tickLots);
    return amount <= cap || checks.refuse(RefusalReason.OPEN_ORDER_CAP_REACHED, amount, cap);
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
