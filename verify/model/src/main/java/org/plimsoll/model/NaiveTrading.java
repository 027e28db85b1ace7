package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.model.NaiveOrderBook.Terms;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Orders at the slow twin: every check on a preview of what would happen, then what happens.
final class NaiveTrading {
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private final NaiveState state;
  private final NaiveGates gates;
  private final NaiveFutures futures;
  private final NaiveTerms terms;
  private final NaiveFees fees;
  private final int ordersPerAccount;

  NaiveTrading(
      NaiveState state,
      NaiveGates gates,
      NaiveFutures futures,
      NaiveTerms terms,
      NaiveFees fees,
      int ordersPerAccount) {
    this.state = state;
    this.gates = gates;
    this.futures = futures;
    this.terms = terms;
    this.fees = fees;
    this.ordersPerAccount = ordersPerAccount;
  }

  /// An order that somebody asks for.
  ///
  /// @param limit the worst price it takes, or empty for any
  /// @param named the limit that it came with, before the book cap
  private record Asked(
      int account,
      int market,
      Side side,
      OptionalLong limit,
      OptionalLong named,
      long lots,
      Terms terms) {
    Asked cappedAt(BigInteger cap) {
      BigInteger own = BigInteger.valueOf(limit.orElse(side == Side.BUY ? Long.MAX_VALUE : 1));
      long capped = (side == Side.BUY ? own.min(cap) : own.max(cap)).longValueExact();
      return new Asked(account, market, side, OptionalLong.of(capped), named, lots, terms);
    }

    static Asked of(OrderCommand.PlaceLimitOrder c) {
      return new Asked(
          c.account(),
          c.market(),
          c.side(),
          OptionalLong.of(c.priceTicks()),
          OptionalLong.of(c.priceTicks()),
          c.quantityLots(),
          new Terms(c.timeInForce(), c.clientOrder(), c.isReduceOnly()));
    }

    static Asked of(OrderCommand.PlaceMarketOrder c) {
      return new Asked(
          c.account(),
          c.market(),
          c.side(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          c.quantityLots(),
          new Terms(TimeInForce.IMMEDIATE_OR_CANCEL, c.clientOrder(), c.isReduceOnly()));
    }

    OrderEvent accepted(long order) {
      return named.isEmpty()
          ? new OrderEvent.MarketOrderAccepted(
              order, account, market, side, lots, terms.clientOrder(), terms.isReduceOnly())
          : new OrderEvent.LimitOrderAccepted(
              order,
              account,
              market,
              side,
              limit.getAsLong(),
              lots,
              terms.timeInForce(),
              terms.clientOrder(),
              terms.isReduceOnly());
    }
  }

  void place(OrderCommand.PlaceLimitOrder c, List<Event> events) {
    place(Asked.of(c), events);
  }

  void place(OrderCommand.PlaceMarketOrder c, List<Event> events) {
    place(Asked.of(c), events);
  }

  private void place(Asked asked, List<Event> events) {
    accept(checked(asked), events);
  }

  private void accept(Cleared cleared, List<Event> events) {
    state.orders++;
    events.add(cleared.asked().accepted(state.orders));
    events.addAll(cleared.exemption());
    enter(cleared.asked(), events);
  }

  /// An order that passed the gates, and what happens if a privilege had to help.
  private record Cleared(Asked asked, List<Event> exemption) {}

  /// Returns the order as it passes the gates: with its price at the book cap, if it went further.
  private Cleared checked(Asked asked) {
    checkName(asked.account(), asked.terms().clientOrder());
    terms.checkMayReduce(asked.market(), asked.terms().isReduceOnly());
    terms.checkState(asked.market(), asked.terms().timeInForce());
    NaiveState.Market market = market(asked.account(), asked.market());
    checkLots(market, asked.lots());
    long most = mostTickLots(market);
    asked
        .named()
        .ifPresent(
            limit -> unlessWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, limit, mostTicks(market)));
    Asked capped = terms.bookCap(market, asked.side()).map(asked::cappedAt).orElse(asked);
    if (asked.named().isPresent()) {
      long bound = most / capped.limit().orElseThrow();
      unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, asked.lots(), bound);
    }
    return new Cleared(capped, checkEffect(capped, market));
  }

  private List<Event> checkEffect(Asked asked, NaiveState.Market market) {
    NaiveOrderBook.Outcome outcome =
        market
            .book()
            .preview(asked.account(), asked.side(), asked.limit(), asked.lots(), asked.terms());
    checkCost(outcome, mostTickLots(market));
    long limit = asked.named().isEmpty() ? 0 : asked.limit().orElseThrow();
    if (asked.named().isPresent()) {
      terms.checkBand(market, limit);
      terms.checkPremiumBand(market, limit);
    }
    BigInteger rest = BigInteger.valueOf(limit).multiply(BigInteger.valueOf(outcome.restLots()));
    terms.checkCap(market, asked.account(), asked.side(), rest);
    if (asked.terms().timeInForce().mayRest()) {
      int open = state.openOrders(asked.account());
      unless(
          open < ordersPerAccount, RefusalReason.TOO_MANY_OPEN_ORDERS, open + 1L, ordersPerAccount);
    }
    List<Event> exemption = checkMargin(market, asked.account(), asked.side(), outcome, limit);
    terms.checkReduces(
        market, asked.account(), asked.side(), asked.lots(), asked.terms().isReduceOnly());
    state.checkFree(asked.account());
    return exemption;
  }

  private void checkName(int account, long clientOrder) {
    boolean isTaken = state.named(account, clientOrder).isPresent();
    unless(!isTaken, RefusalReason.DUPLICATE_CLIENT_ORDER_ID, 0, clientOrder);
  }

  void cancel(OrderCommand.CancelOrder c, List<Event> events) {
    cancel(c.market(), find(c.account(), c.market(), c.order()), CancelCause.BY_OWNER, events);
  }

  void cancel(OrderCommand.CancelClientOrder c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    Optional<NaiveOrderBook.Resting> order = state.named(c.account(), c.clientOrder());
    unless(order.isPresent(), RefusalReason.UNKNOWN_ORDER, 0, c.clientOrder());
    long number = order.orElseThrow().order();
    for (NaiveState.Market market : state.markets) {
      market
          .book()
          .find(number)
          .ifPresent(
              found -> cancel(market.listing().market(), found, CancelCause.BY_OWNER, events));
    }
  }

  void cancelAll(TradingCommand.CancelAllOrders c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    if (c.market() != -1) {
      NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    }
    events.add(new Event.CommandApplied(c));
    SortedMap<Long, Integer> marketOf = new TreeMap<>();
    for (NaiveState.Market market : state.markets) {
      for (NaiveOrderBook.Resting order : market.book().orders()) {
        boolean isMeant =
            order.account() == c.account()
                && (c.market() == -1 || c.market() == market.listing().market())
                && (c.sides() == Sides.BOTH
                    || c.sides() == (order.side() == Side.BUY ? Sides.BUYS : Sides.SELLS));
        if (isMeant) {
          marketOf.put(order.order(), market.listing().market());
        }
      }
    }
    marketOf.forEach((order, market) ->
        cancel(market, find(c.account(), market, order), CancelCause.BY_OWNER, events));
  }

  void note(TradingCommand.NoteClientOrder c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    Refused.unless(c.clientOrder() != 0, RefusalReason.PARAMETER_OUT_OF_RANGE, 1, 0);
    events.add(new Event.CommandApplied(c));
  }

  /// Cancels, then places; if that is refused everything is as it was.
  void amend(OrderCommand.AmendOrder c, List<Event> events) {
    NaiveOrderBook.Resting old = find(c.account(), c.market(), c.order());
    Terms said = old.terms();
    Asked asked =
        Asked.of(
            new OrderCommand.PlaceLimitOrder(
                c.account(),
                c.market(),
                old.side(),
                c.priceTicks() == 0 ? old.priceTicks() : c.priceTicks(),
                c.quantityLots() == 0 ? old.lots() : c.quantityLots(),
                said.timeInForce(),
                c.clientOrder() == 0 ? said.clientOrder() : c.clientOrder(),
                said.isReduceOnly()));
    NaiveOrderBook book = state.markets.get(c.market()).book();
    List<NaiveOrderBook.Resting> before = book.arrived();
    book.remove(c.order());
    Cleared cleared;
    try {
      cleared = checked(asked);
    } catch (Refused refused) {
      book.restore(before);
      throw refused;
    }
    events.add(
        new OrderEvent.OrderCanceled(
            c.order(), c.account(), c.market(), old.lots(), CancelCause.AMENDED));
    accept(cleared, events);
  }

  private NaiveOrderBook.Resting find(int account, int market, long number) {
    Optional<NaiveOrderBook.Resting> order = market(account, market).book().find(number);
    unless(order.isPresent(), RefusalReason.UNKNOWN_ORDER, 0, number);
    int owner = order.orElseThrow().account();
    unless(owner == account, RefusalReason.NOT_THE_OWNER, owner, account);
    return order.orElseThrow();
  }

  private void cancel(
      int market, NaiveOrderBook.Resting order, CancelCause cause, List<Event> events) {
    state.markets.get(market).book().remove(order.order());
    events.add(
        new OrderEvent.OrderCanceled(order.order(), order.account(), market, order.lots(), cause));
  }

  /// Sends an order for an account in liquidation, which asks nobody.
  void send(int account, int market, Side side, long limit, long lots, List<Event> events) {
    state.orders++;
    events.add(
        new LiquidationEvent.LiquidationOrderSent(
            state.orders, account, market, side, limit, lots));
    OptionalLong at = OptionalLong.of(limit);
    enter(new Asked(account, market, side, at, at, lots, Terms.AT_ONCE), events);
  }

  private void enter(Asked asked, List<Event> events) {
    NaiveState.Market market = state.markets.get(asked.market());
    NaiveOrderBook.Outcome outcome =
        market
            .book()
            .enter(
                state.orders,
                asked.account(),
                asked.side(),
                asked.limit(),
                asked.lots(),
                asked.terms());
    fees.await(outcome.matches());
    for (NaiveOrderBook.Match match : outcome.matches()) {
      settle(market, asked.account(), asked.side(), match, events);
    }
    outcome
        .canceled()
        .ifPresent(cause ->
            events.add(
                new OrderEvent.OrderCanceled(
                    state.orders, asked.account(), asked.market(), outcome.leavesLots(), cause)));
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
    state.lastTrades.put(market.listing().market(), BigInteger.valueOf(maker.priceTicks()));
    int buyer = side == Side.BUY ? account : maker.account();
    int seller = side == Side.BUY ? maker.account() : account;
    BigInteger tickLots =
        BigInteger.valueOf(maker.priceTicks()).multiply(BigInteger.valueOf(match.lots()));
    state.failing.trade(state.clock, market.listing().base(), market.quoteAmount(tickLots));
    if (market.isFuture()) {
      futures.trade(market, buyer, seller, match);
    } else {
      transfer(market.listing().base(), seller, buyer, market.baseAmount(match.lots()), events);
      transfer(market.quote(), buyer, seller, market.quoteAmount(tickLots), events);
    }
    fees.charge(market, account, side, match, events);
  }

  private void transfer(int asset, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(asset, from, to, amount);
    events.add(new Event.TransferPosted(Cause.TRADE, asset, from, to, amount.longValueExact()));
  }

  private NaiveState.Market market(int account, int market) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, account, state.accounts.size());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, market, state.markets.size());
    return state.markets.get(market);
  }

  private void checkLots(NaiveState.Market market, long lots) {
    unlessWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, terms.minimumLots(market), lots, mostLots(market));
  }

  private List<Event> checkMargin(
      NaiveState.Market market,
      int account,
      Side side,
      NaiveOrderBook.Outcome outcome,
      long limit) {
    BigInteger fee = fees.ofTaker(account, market.quoteAmount(outcome.tickLots()));
    if (market.isFuture()) {
      NaiveFutures.Order order =
          new NaiveFutures.Order(market.listing().market(), side, outcome, limit, fee);
      futures.checkOrder(market, account, order);
      return gates.checkPosition(account, order);
    }
    return gates.checkOrder(account, gates.exchange(market, side, outcome, limit, fee));
  }

  private static void checkCost(NaiveOrderBook.Outcome outcome, long most) {
    BigInteger cost = outcome.tickLots().min(LARGEST_LONG);
    BigInteger bound = BigInteger.valueOf(most);
    unless(cost.compareTo(bound) <= 0, RefusalReason.QUANTITY_OUT_OF_RANGE, bound, cost);
  }

  long mostLots(NaiveState.Market market) {
    if (market.isFuture()) {
      return NaiveFutures.lotsMax(market).longValueExact();
    }
    return state.assets.get(market.listing().base()).definition().balanceMax()
        / market.listing().lot();
  }

  long mostTicks(NaiveState.Market market) {
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
