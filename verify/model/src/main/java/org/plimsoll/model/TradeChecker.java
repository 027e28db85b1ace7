package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;

/// Builds the order books again from events and checks every trade: with the best and oldest order
/// of the other side, at its price, between different accounts, paid for by two transfers to the
/// unit. Order numbers rise by one; nothing is left to trade when a command ends.
public final class TradeChecker implements HistoryChecker {
  private final SortedMap<Integer, MarketListing> markets = new TreeMap<>();
  private final SortedMap<Integer, Integer> decimals = new TreeMap<>();
  private final List<Open> open = new ArrayList<>();
  private Optional<Open> taker = Optional.empty();
  private long lastOrder;

  private record Open(
      long order, int account, int market, Side side, OptionalLong limit, long lots) {
    Open less(long traded) {
      return new Open(order, account, market, side, limit, lots - traded);
    }

    boolean accepts(long priceTicks) {
      return limit.isEmpty()
          || (side == Side.BUY ? priceTicks <= limit.getAsLong() : priceTicks >= limit.getAsLong());
    }
  }

  @Override
  public void onCommand(Request request, List<Event> events) {
    Iterator<Event> rest = events.iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case Event.CommandApplied(ListingCommand.DefineAsset c) ->
            decimals.put(c.asset(), c.decimals());
        case Event.CommandApplied(MarketListing c) -> markets.put(c.market(), c);
        case OrderEvent.LimitOrderAccepted e ->
            enter(
                new Open(
                    e.order(),
                    e.account(),
                    e.market(),
                    e.side(),
                    OptionalLong.of(e.priceTicks()),
                    e.quantityLots()));
        case OrderEvent.MarketOrderAccepted e ->
            enter(
                new Open(
                    e.order(),
                    e.account(),
                    e.market(),
                    e.side(),
                    OptionalLong.empty(),
                    e.quantityLots()));
        case OrderEvent.TradeExecuted e -> trade(e, rest);
        case OrderEvent.OrderCanceled e -> cancel(e);
        default -> {}
      }
    }
    settleTaker();
  }

  private void enter(Open order) {
    lastOrder++;
    BrokenLaw.unlessEqual(lastOrder, order.order(), "order number");
    taker = Optional.of(order);
  }

  private void trade(OrderEvent.TradeExecuted e, Iterator<Event> rest) {
    Open incoming = taker.orElseThrow(() -> new BrokenLaw("a trade without a taker: " + e));
    Open best =
        best(e.market(), incoming.side().opposite())
            .orElseThrow(() -> new BrokenLaw("a trade with nobody: " + e));
    OrderEvent.TradeExecuted due =
        new OrderEvent.TradeExecuted(
            incoming.market(),
            best.order(),
            incoming.order(),
            best.account(),
            incoming.account(),
            incoming.side(),
            best.limit().orElseThrow(),
            Math.min(best.lots(), incoming.lots()));
    BrokenLaw.unlessEqual(due, e, "trade with the best and oldest order at its price");
    BrokenLaw.unless(incoming.accepts(e.priceTicks()), "a worse price than the limit in " + e);
    BrokenLaw.unless(e.makerAccount() != e.takerAccount(), "an account with itself: " + e);
    BrokenLaw.unless(e.quantityLots() > 0, "nothing traded in " + e);
    checkPayment(e, rest);
    taker = Optional.of(incoming.less(e.quantityLots()));
    int at = open.indexOf(best);
    if (best.lots() == e.quantityLots()) {
      open.remove(at);
    } else {
      open.set(at, best.less(e.quantityLots()));
    }
  }

  private void checkPayment(OrderEvent.TradeExecuted e, Iterator<Event> rest) {
    MarketListing listing = markets.getOrDefault(e.market(), new ListMarket(0, "-", 0, 0, 0, 0));
    switch (listing) {
      case ListMarket spot -> checkPayment(e, spot, rest);
      case ListFuture _ -> {
        // a position is made, and no money moves
      }
    }
  }

  private void checkPayment(OrderEvent.TradeExecuted e, ListMarket market, Iterator<Event> rest) {
    boolean takerBuys = e.takerSide() == Side.BUY;
    int buyer = takerBuys ? e.takerAccount() : e.makerAccount();
    int seller = takerBuys ? e.makerAccount() : e.takerAccount();
    BigInteger base =
        BigInteger.valueOf(e.quantityLots()).multiply(BigInteger.valueOf(market.lot()));
    BigInteger quote =
        base.multiply(BigInteger.valueOf(e.priceTicks()))
            .multiply(BigInteger.valueOf(market.tickE9()))
            .multiply(BigInteger.TEN.pow(decimals.getOrDefault(market.quote(), 0)))
            .divide(BigInteger.TEN.pow(9 + decimals.getOrDefault(market.base(), 0)));
    BrokenLaw.unlessEqual(
        new Event.TransferPosted(Cause.TRADE, market.base(), seller, buyer, base.longValueExact()),
        rest.next(),
        "delivery");
    BrokenLaw.unlessEqual(
        new Event.TransferPosted(
            Cause.TRADE, market.quote(), buyer, seller, quote.longValueExact()),
        rest.next(),
        "payment");
  }

  private void cancel(OrderEvent.OrderCanceled e) {
    Open gone =
        taker
            .filter(order -> order.order() == e.order())
            .or(() -> open.stream().filter(order -> order.order() == e.order()).findFirst())
            .orElseThrow(() -> new BrokenLaw("nothing to cancel: " + e));
    BrokenLaw.unlessEqual(
        new OrderEvent.OrderCanceled(
            gone.order(), gone.account(), gone.market(), gone.lots(), e.cause()),
        e,
        "cancellation");
    BrokenLaw.unlessEqual(
        taker.isEmpty(), e.cause() == CancelCause.BY_OWNER, "whether its owner asked, " + e);
    BrokenLaw.unless(
        e.cause() != CancelCause.BOOK_EXHAUSTED
            || best(e.market(), gone.side().opposite()).isEmpty(),
        "the order book has more for " + e);
    BrokenLaw.unless(
        e.cause() != CancelCause.SELF_TRADE
            || best(e.market(), gone.side().opposite())
                .filter(order -> order.account() == gone.account())
                .isPresent(),
        "no order of the same account is next for " + e);
    open.remove(gone);
    taker = Optional.empty();
  }

  /// What is left of the taker rests; then no bid may meet an ask.
  private void settleTaker() {
    taker.filter(order -> order.lots() > 0).ifPresent(open::add);
    taker.ifPresent(order ->
        BrokenLaw.unless(
            order.lots() == 0 || order.limit().isPresent(), "a market order rests: " + order));
    taker = Optional.empty();
    for (int market : markets.keySet()) {
      Optional<Open> bid = best(market, Side.BUY);
      Optional<Open> ask = best(market, Side.SELL);
      boolean isCrossed =
          bid.isPresent()
              && ask.isPresent()
              && bid.get().limit().orElseThrow() >= ask.get().limit().orElseThrow();
      BrokenLaw.unless(!isCrossed, "the order book is crossed: " + bid + " " + ask);
    }
  }

  private Optional<Open> best(int market, Side side) {
    Comparator<Open> byPrice = Comparator.comparingLong(order -> order.limit().orElseThrow());
    return open.stream()
        .filter(order -> order.market() == market && order.side() == side)
        .min(side == Side.BUY ? byPrice.reversed() : byPrice);
  }
}
