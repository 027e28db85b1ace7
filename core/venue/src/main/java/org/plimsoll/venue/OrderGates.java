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

/// The gates that an order passes before a matcher sees it: a name of its own, the state of the
/// market, known account and market, bounds, price band, caps, room for one more order, margin, and
/// whether it reduces where only that is allowed, and whether the account is its sender's to use.
/// Each either lets it go on or has refused the command.
final class OrderGates extends Gatekeeper {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;
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
    if (!isAdmitted(account, marketNumber, timeInForce, clientOrder, isReduceOnly)) {
      return null;
    }
    Market market = state.markets.get(marketNumber);
    boolean isWithinBounds =
        isQuantity(market, quantityLots)
            && checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, priceTicks, market.ticksMax());
    if (!isWithinBounds) {
      return null;
    }
    long ticks = market.terms().cappedTicks(market.book(), side, priceTicks);
    if (!costsNoMoreThanMax(market, ticks, quantityLots)) {
      return null;
    }
    Sweep sweep = market.book().sweep(side, account, ticks, quantityLots, timeInForce);
    boolean passes =
        isCountable(market, sweep)
            && isWithinBand(market, ticks)
            && isWithinPremiumBand(market, ticks)
            && isWithinCap(account, market, side, ticks, sweep.leavesLots())
            && (!timeInForce.mayRest() || hasRoom(account))
            && market.allows(margin, account, side, sweep, sweep.leavesLots(), ticks)
            && reduces(account, market, side, quantityLots, isReduceOnly)
            && checks.isFree(account);
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
    TimeInForce timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
    if (!isAdmitted(account, marketNumber, timeInForce, clientOrder, isReduceOnly)) {
      return null;
    }
    Market market = state.markets.get(marketNumber);
    if (!isQuantity(market, quantityLots)) {
      return null;
    }
    long worst = market.terms().cappedTicks(market.book(), side, worstTicks(side));
    Sweep sweep = market.book().sweep(side, account, worst, quantityLots, timeInForce);
    boolean passes =
        isCountable(market, sweep)
            && market.allows(margin, account, side, sweep, 0, 0)
            && reduces(account, market, side, quantityLots, isReduceOnly)
            && checks.isFree(account);
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

  /// Asks for an order in place of one that rests, as if that one were gone already. If it passes,
  /// [Market#cancelReleased] must follow: the one that rests is counted no more.
  ///
  /// @param slot where the order to be replaced rests; it stays there
  @Nullable ClearedOrder replacement(
      int slot, long priceTicks, long quantityLots, long clientOrder) {
    RestingOrders resting = state.resting;
    Market market = state.markets.get(resting.market(slot));
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
    if (order == null) {
      market.hold(slot);
    }
    replaced = RestingOrders.NONE;
    return order;
  }

  private boolean isAdmitted(
      int account, int market, TimeInForce timeInForce, long clientOrder, boolean isReduceOnly) {
    return isNewName(account, clientOrder)
        && checks.mayReduce(market, isReduceOnly)
        && isTaken(market, timeInForce)
        && checks.account(account)
        && checks.market(market);
  }

  private boolean isNewName(int account, long clientOrder) {
    int slot = clientOrder == 0 ? RestingOrders.NONE : state.resting.slotOf(account, clientOrder);
    return slot == RestingOrders.NONE
        || slot == replaced
        || checks.refuse(RefusalReason.DUPLICATE_CLIENT_ORDER_ID, 0, clientOrder);
  }

  /// Asks whether the market, if there is one, takes such an order in its state.
  private boolean isTaken(int market, TimeInForce timeInForce) {
    MarketState is = checks.stateOf(market);
    return switch (is) {
      case OPEN, CLOSE_ONLY -> true;
      case POST_ONLY -> timeInForce == TimeInForce.POST_ONLY || checks.forbids(is);
      case HALTED, DELISTED -> checks.forbids(is);
    };
  }

  /// Asks whether an order brings what the account has nearer to zero and not past it, where only
  /// such orders are allowed or this one is to do no more. The question is asked once, when the
  /// order comes.
  private boolean reduces(
      int account, Market market, Side side, long quantityLots, boolean isReduceOnly) {
    if (!isReduceOnly && market.terms().state() != MarketState.CLOSE_ONLY) {
      return true;
    }
    long lots = market.closableLots(account, side);
    return quantityLots <= lots
        || checks.refuse(RefusalReason.WOULD_NOT_REDUCE, quantityLots, lots);
  }

  private boolean isQuantity(Market market, long quantityLots) {
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        market.terms().minimumLots(),
        quantityLots,
        market.lotsMax());
  }

  /// Asks whether an order costs no more at its limit than may be counted. Only one that does needs
  /// the division that says how much would be right.
  private boolean costsNoMoreThanMax(Market market, long ticks, long quantityLots) {
    long most = market.tickLotsMax();
    long cost = ticks * quantityLots;
    boolean isWithin = Math.multiplyHigh(ticks, quantityLots) == 0 && cost >= 0 && cost <= most;
    return isWithin
        || checks.refuse(RefusalReason.QUANTITY_OUT_OF_RANGE, most / ticks, quantityLots);
  }

  /// Asks whether what trades at once costs no more than may be counted. A seller can get a far
  /// better price than the one he named, so his own limit bounds nothing.
  private boolean isCountable(Market market, Sweep sweep) {
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, 0, sweep.tickLots(), market.tickLotsMax());
  }

  private boolean isWithinBand(Market market, long ticks) {
    if (!market.terms().hasBand(market.markE9())) {
      return true;
    }
    long fromE9 = market.bandedE9();
    long tickE9 = market.listing().tickE9();
    return checks.isWithin(
        RefusalReason.PRICE_OUTSIDE_BAND,
        market.terms().bandLowTicks(fromE9, tickE9),
        ticks,
        market.terms().bandHighTicks(fromE9, tickE9));
  }

  private boolean isWithinPremiumBand(Market market, long ticks) {
    if (!market.terms().hasPremiumBand()) {
      return true;
    }
    long ratioE9 = market.bandedRatioE9();
    long indexE9 = state.assets.markE9(market.listing().base());
    if (ratioE9 == 0 || indexE9 == 0) {
      return true;
    }
    long tickE9 = market.listing().tickE9();
    return checks.isWithin(
        RefusalReason.PREMIUM_OUTSIDE_BAND,
        market.terms().premiumLowTicks(indexE9, ratioE9, tickE9),
        ticks,
        market.terms().premiumHighTicks(indexE9, ratioE9, tickE9));
  }

  /// Asks whether what the account lets rest on one side of a market stays within its cap. The
  /// bound on open orders bounds how many are added up.
  private boolean isWithinCap(int account, Market market, Side side, long ticks, long restLots) {
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
}
