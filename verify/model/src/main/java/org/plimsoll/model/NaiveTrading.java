package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Orders at the slow twin: every check on a preview of what would happen, then what happens.
final class NaiveTrading {
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private final NaiveState state;
  private final NaiveGates gates;
  private final NaiveFutures futures;
  private final int ordersPerAccount;

  NaiveTrading(NaiveState state, NaiveGates gates, NaiveFutures futures, int ordersPerAccount) {
    this.state = state;
    this.gates = gates;
    this.futures = futures;
    this.ordersPerAccount = ordersPerAccount;
  }

  void place(OrderCommand.PlaceLimitOrder c, List<Event> events) {
    NaiveState.Market market = market(c.account(), c.market());
    checkLots(market, c.quantityLots());
    long most = mostTickLots(market);
    unlessWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, c.priceTicks(), mostTicks(market));
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, c.quantityLots(), most / c.priceTicks());
    OptionalLong limit = OptionalLong.of(c.priceTicks());
    NaiveOrderBook.Outcome outcome =
        market.book().preview(c.account(), c.side(), limit, c.quantityLots());
    checkCost(outcome, most);
    int open = state.openOrders(c.account());
    unless(
        open < ordersPerAccount, RefusalReason.TOO_MANY_OPEN_ORDERS, open + 1L, ordersPerAccount);
    long rest = outcome.isSelfTrade() ? 0 : outcome.leavesLots();
    List<Event> exemption =
        checkMargin(market, c.account(), c.side(), outcome, rest, c.priceTicks());
    state.orders++;
    events.add(
        new OrderEvent.LimitOrderAccepted(
            state.orders, c.account(), c.market(), c.side(), c.priceTicks(), c.quantityLots()));
    events.addAll(exemption);
    enter(market, c.account(), c.side(), limit, c.quantityLots(), events);
  }

  void place(OrderCommand.PlaceMarketOrder c, List<Event> events) {
    NaiveState.Market market = market(c.account(), c.market());
    checkLots(market, c.quantityLots());
    NaiveOrderBook.Outcome outcome =
        market.book().preview(c.account(), c.side(), OptionalLong.empty(), c.quantityLots());
    checkCost(outcome, mostTickLots(market));
    List<Event> exemption = checkMargin(market, c.account(), c.side(), outcome, 0, 0);
    state.orders++;
    events.add(
        new OrderEvent.MarketOrderAccepted(
            state.orders, c.account(), c.market(), c.side(), c.quantityLots()));
    events.addAll(exemption);
    enter(market, c.account(), c.side(), OptionalLong.empty(), c.quantityLots(), events);
  }

  void cancel(OrderCommand.CancelOrder c, List<Event> events) {
    NaiveOrderBook book = market(c.account(), c.market()).book();
    Optional<NaiveOrderBook.Resting> order = book.find(c.order());
    unless(order.isPresent(), RefusalReason.UNKNOWN_ORDER, 0, c.order());
    int owner = order.orElseThrow().account();
    unless(owner == c.account(), RefusalReason.NOT_THE_OWNER, owner, c.account());
    book.remove(c.order());
    events.add(
        new OrderEvent.OrderCanceled(
            c.order(), c.account(), c.market(), order.orElseThrow().lots(), CancelCause.BY_OWNER));
  }

  private void enter(
      NaiveState.Market market,
      int account,
      Side side,
      OptionalLong limit,
      long lots,
      List<Event> events) {
    int number = market.listing().market();
    NaiveOrderBook.Outcome outcome = market.book().enter(state.orders, account, side, limit, lots);
    for (NaiveOrderBook.Match match : outcome.matches()) {
      settle(market, account, side, match, events);
    }
    if (outcome.leavesLots() > 0 && (outcome.isSelfTrade() || limit.isEmpty())) {
      CancelCause cause =
          outcome.isSelfTrade() ? CancelCause.SELF_TRADE : CancelCause.BOOK_EXHAUSTED;
      events.add(
          new OrderEvent.OrderCanceled(state.orders, account, number, outcome.leavesLots(), cause));
    }
  }

  private void settle(
      NaiveState.Market market,
      int account,
      Side side,
      NaiveOrderBook.Match match,
      List<Event> events) {
    NaiveOrderBook.Resting maker = match.maker();
    events.add(
        new OrderEvent.TradeExecuted(
            market.listing().market(),
            maker.order(),
            state.orders,
            maker.account(),
            account,
            side,
            maker.priceTicks(),
            match.lots()));
    int buyer = side == Side.BUY ? account : maker.account();
    int seller = side == Side.BUY ? maker.account() : account;
    BigInteger tickLots =
        BigInteger.valueOf(maker.priceTicks()).multiply(BigInteger.valueOf(match.lots()));
    if (market.isFuture()) {
      futures.trade(market, buyer, seller, match);
    } else {
      transfer(market.listing().base(), seller, buyer, market.baseAmount(match.lots()), events);
      transfer(market.quote(), buyer, seller, market.quoteAmount(tickLots), events);
    }
  }

  private void transfer(int asset, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(asset, from, to, amount);
    events.add(new Event.TransferPosted(Cause.TRADE, asset, from, to, amount.longValueExact()));
  }

  private NaiveGates.Exchange exchange(
      NaiveState.Market market,
      Side side,
      NaiveOrderBook.Outcome outcome,
      long restLots,
      long restTicks) {
    BigInteger rest = BigInteger.valueOf(restLots);
    BigInteger limit = BigInteger.valueOf(restTicks);
    BigInteger countedTicks = market.countedTicks(side, restTicks, state.baseMark(market));
    BigInteger filled = market.baseAmount(outcome.filledLots());
    BigInteger bases = filled.add(market.baseAmount(restLots));
    BigInteger cost = market.quoteAmount(outcome.tickLots());
    BigInteger costs = cost.add(market.quoteAmount(rest.multiply(limit)));
    BigInteger counted = cost.add(market.quoteAmount(rest.multiply(countedTicks)));
    NaiveGates.Amount base = new NaiveGates.Amount(market.listing().base(), filled, bases, bases);
    NaiveGates.Amount quote = new NaiveGates.Amount(market.quote(), cost, costs, counted);
    return side == Side.BUY
        ? new NaiveGates.Exchange(Optional.of(side), quote, base)
        : new NaiveGates.Exchange(Optional.of(side), base, quote);
  }

  private NaiveState.Market market(int account, int market) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, market, state.markets.size());
    return state.markets.get(market);
  }

  private void checkLots(NaiveState.Market market, long lots) {
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, lots, mostLots(market));
  }

  private List<Event> checkMargin(
      NaiveState.Market market,
      int account,
      Side side,
      NaiveOrderBook.Outcome outcome,
      long rest,
      long limit) {
    if (market.isFuture()) {
      NaiveFutures.Order order =
          new NaiveFutures.Order(market.listing().market(), side, outcome, rest, limit);
      futures.checkOrder(market, account, order);
      return gates.checkPosition(account, order);
    }
    return gates.checkOrder(account, exchange(market, side, outcome, rest, limit));
  }

  private static void checkCost(NaiveOrderBook.Outcome outcome, long most) {
    BigInteger cost = outcome.tickLots().min(LARGEST_LONG);
    BigInteger bound = BigInteger.valueOf(most);
    unless(cost.compareTo(bound) <= 0, RefusalReason.QUANTITY_OUT_OF_RANGE, bound, cost);
  }

  private long mostLots(NaiveState.Market market) {
    if (market.isFuture()) {
      return NaiveFutures.lotsMax(market).longValueExact();
    }
    return state.assets.get(market.listing().base()).definition().balanceMax()
        / market.listing().lot();
  }

  private long mostTicks(NaiveState.Market market) {
    return market.isFuture() ? futures.ticksMax(market).longValueExact() : mostTickLots(market);
  }

  /// Returns the most price in ticks times lots that one order may come to.
  private long mostTickLots(NaiveState.Market market) {
    if (market.isFuture()) {
      return NaiveFutures.lotsMax(market).multiply(futures.ticksMax(market)).longValueExact();
    }
    return state.assets.get(market.quote()).balanceMax().divide(market.stepCost()).longValueExact();
  }
}
