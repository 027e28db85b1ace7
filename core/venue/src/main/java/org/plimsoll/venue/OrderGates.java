package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.matching.ClearedOrder;
import org.plimsoll.matching.Gatekeeper;
import org.plimsoll.matching.Sweep;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// The gates that an order passes before a matcher sees it: known account and market, bounds, room
/// for one more order, margin. Each either lets it go on or has refused the command.
final class OrderGates extends Gatekeeper {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;

  OrderGates(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
  }

  @Nullable ClearedOrder limit(
      int account, int marketNumber, Side side, long priceTicks, long quantityLots) {
    if (!checks.isCaughtUp() || !checks.account(account) || !checks.market(marketNumber)) {
      return null;
    }
    Market market = state.markets.get(marketNumber);
    boolean isWithinBounds =
        isQuantity(market, quantityLots)
            && checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, priceTicks, market.ticksMax())
            && checks.isWithin(
                RefusalReason.QUANTITY_OUT_OF_RANGE,
                1,
                quantityLots,
                market.tickLotsMax() / priceTicks);
    if (!isWithinBounds) {
      return null;
    }
    Sweep sweep = market.book().sweep(side, account, priceTicks, quantityLots);
    boolean passes =
        isCountable(market, sweep)
            && hasRoom(account)
            && market.allows(margin, account, side, sweep, sweep.leavesLots(), priceTicks);
    return passes ? clearLimit(++state.lastOrder, account, side, priceTicks, quantityLots) : null;
  }

  @Nullable ClearedOrder market(int account, int marketNumber, Side side, long quantityLots) {
    if (!checks.isCaughtUp() || !checks.account(account) || !checks.market(marketNumber)) {
      return null;
    }
    Market market = state.markets.get(marketNumber);
    if (!isQuantity(market, quantityLots)) {
      return null;
    }
    Sweep sweep = market.book().sweep(side, account, worstTicks(side), quantityLots);
    boolean passes =
        isCountable(market, sweep) && market.allows(margin, account, side, sweep, 0, 0);
    return passes ? clearMarket(++state.lastOrder, account, side, quantityLots) : null;
  }

  private boolean isQuantity(Market market, long quantityLots) {
    return checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, quantityLots, market.lotsMax());
  }

  /// Asks whether what trades at once costs no more than may be counted. A seller can get a far
  /// better price than the one he named, so his own limit bounds nothing.
  private boolean isCountable(Market market, Sweep sweep) {
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, 0, sweep.tickLots(), market.tickLotsMax());
  }

  private boolean hasRoom(int account) {
    int max = state.limits.ordersPerAccountMax();
    int open = state.openOrders.count(account);
    return open < max || checks.refuse(RefusalReason.TOO_MANY_OPEN_ORDERS, open + 1L, max);
  }
}
