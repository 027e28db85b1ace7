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
    if (!checks.account(account) || !checks.market(marketNumber)) {
      return null;
    }
    SpotMarket market = state.markets.get(marketNumber);
    long ticksMax = quoteMax(market) / market.stepCost();
    boolean passes =
        checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, priceTicks, ticksMax)
            && isQuantity(market, quantityLots)
            && checks.isWithin(
                RefusalReason.QUANTITY_OUT_OF_RANGE, 1, quantityLots, ticksMax / priceTicks)
            && hasRoom(account)
            && hasMargin(account, market, side, quantityLots, priceTicks * quantityLots);
    return passes ? clearLimit(++state.lastOrder, account, side, priceTicks, quantityLots) : null;
  }

  @Nullable ClearedOrder market(int account, int marketNumber, Side side, long quantityLots) {
    if (!checks.account(account) || !checks.market(marketNumber)) {
      return null;
    }
    SpotMarket market = state.markets.get(marketNumber);
    if (!isQuantity(market, quantityLots)) {
      return null;
    }
    Sweep sweep = market.book().sweep(side, account, quantityLots);
    long tickLotsMax = quoteMax(market) / market.stepCost();
    boolean passes =
        checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 0, sweep.tickLots(), tickLotsMax)
            && hasMargin(account, market, side, sweep.filledLots(), sweep.tickLots());
    return passes ? clearMarket(++state.lastOrder, account, side, quantityLots) : null;
  }

  private boolean isQuantity(SpotMarket market, long quantityLots) {
    long baseMax = state.assets.balanceMax(market.listing().base());
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, 1, quantityLots, baseMax / market.listing().lot());
  }

  private boolean hasRoom(int account) {
    int max = state.limits.ordersPerAccountMax();
    int open = state.openOrders.count(account);
    return open < max || checks.refuse(RefusalReason.TOO_MANY_OPEN_ORDERS, open + 1L, max);
  }

  private boolean hasMargin(int account, SpotMarket market, Side side, long lots, long tickLots) {
    int base = market.listing().base();
    int quote = market.listing().quote();
    long baseAmount = market.baseAmount(lots);
    long quoteAmount = market.quoteAmount(tickLots);
    return side == Side.BUY
        ? margin.allowsOrder(account, side, quote, quoteAmount, base, baseAmount)
        : margin.allowsOrder(account, side, base, baseAmount, quote, quoteAmount);
  }

  private long quoteMax(SpotMarket market) {
    return state.assets.balanceMax(market.listing().quote());
  }
}
