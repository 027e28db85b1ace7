package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Builds the order books again from events and checks every trade: with the best and oldest order
/// of the other side, at its price, between different accounts, paid for by two transfers to the
/// unit. Order numbers rise by one; nothing is left to trade when a command ends.
public final class TradeChecker implements HistoryChecker {
  /// Why an order is canceled that rests.
  private static final List<CancelCause> RESTING =
      List.of(
          CancelCause.BY_OWNER,
          CancelCause.AMENDED,
          CancelCause.MARKET_DELISTED,
          CancelCause.LIQUIDATION,
          CancelCause.DELEVERAGED);

  private static final BigDecimal MOST_THROUGH = new BigDecimal("0.0005");

  private final SortedMap<Integer, MarketListing> markets = new TreeMap<>();
  private final SortedMap<Integer, Integer> decimals = new TreeMap<>();
  private final SortedMap<Integer, Long> caps = new TreeMap<>();
  private final List<Open> open = new ArrayList<>();
  private Optional<Open> taker = Optional.empty();
  private long lastOrder;

  private record Open(
      long order,
      int account,
      int market,
      Side side,
      OptionalLong limit,
      long lots,
      TimeInForce timeInForce) {
    Open less(long traded) {
      return new Open(order, account, market, side, limit, lots - traded, timeInForce);
    }

    Open at(OptionalLong price) {
      return new Open(order, account, market, side, price, lots, timeInForce);
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
        case Event.CommandApplied(ListingCommand.SetMarketLimits c) ->
            caps.put(c.market(), c.bookCapE9());
        case OrderEvent.LimitOrderAccepted e ->
            enter(
                new Open(
                    e.order(),
                    e.account(),
                    e.market(),
                    e.side(),
                    OptionalLong.of(e.priceTicks()),
                    e.quantityLots(),
                    e.timeInForce()));
        case OrderEvent.MarketOrderAccepted e ->
            enter(
                new Open(
                    e.order(),
                    e.account(),
                    e.market(),
                    e.side(),
                    OptionalLong.empty(),
                    e.quantityLots(),
                    TimeInForce.IMMEDIATE_OR_CANCEL));
        case LiquidationEvent.LiquidationOrderSent e -> enter(e);
        case ClockEvent.DueWorkBegan _ -> settleTaker();
        case OrderEvent.TradeExecuted e -> trade(e, rest);
        case OrderEvent.OrderCanceled e -> cancel(e);
        default -> {}
      }
    }
    settleTaker();
  }

  /// The venue's own order is held to no cap, but it is 0.05 % through the best price at most.
  private void enter(LiquidationEvent.LiquidationOrderSent e) {
    lastOrder++;
    BrokenLaw.unlessEqual(lastOrder, e.order(), "order number");
    long best =
        best(e.market(), e.side().opposite())
            .orElseThrow(() -> new BrokenLaw("nobody to trade with for " + e))
            .limit()
            .orElseThrow();
    BigDecimal through = BigDecimal.valueOf(e.limitTicks() - best).abs();
    BrokenLaw.unless(
        through.compareTo(BigDecimal.valueOf(best).multiply(MOST_THROUGH)) <= 0,
        "too far from " + best + ": " + e);
    taker =
        Optional.of(
            new Open(
                e.order(),
                e.account(),
                e.market(),
                e.side(),
                OptionalLong.of(e.limitTicks()),
                e.quantityLots(),
                TimeInForce.IMMEDIATE_OR_CANCEL));
  }

  private void enter(Open order) {
    lastOrder++;
    BrokenLaw.unlessEqual(lastOrder, order.order(), "order number");
    OptionalLong cap = cap(order);
    boolean isWithinCap =
        order.limit().isEmpty()
            || cap.isEmpty()
            || order.at(cap).accepts(order.limit().getAsLong());
    BrokenLaw.unless(isWithinCap, () -> "a limit beyond the book cap: " + order);
    taker = Optional.of(order.limit().isPresent() || cap.isEmpty() ? order : order.at(cap));
  }

  /// Returns the price at the book cap, as far as a taker may go, or empty if nothing caps it.
  private OptionalLong cap(Open order) {
    BigDecimal part = BigDecimal.valueOf(caps.getOrDefault(order.market(), 0L), 9);
    Optional<Open> best = best(order.market(), order.side().opposite());
    if (part.signum() == 0 || best.isEmpty()) {
      return OptionalLong.empty();
    }
    BigDecimal price = BigDecimal.valueOf(best.get().limit().orElseThrow());
    BigDecimal through = price.multiply(part);
    return OptionalLong.of(
        order.side() == Side.BUY
            ? price.add(through).setScale(0, RoundingMode.FLOOR).longValueExact()
            : Math.max(
                1, price.subtract(through).setScale(0, RoundingMode.CEILING).longValueExact()));
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
    BrokenLaw.unless(
        incoming.accepts(e.priceTicks()), () -> "a worse price than the limit in " + e);
    BrokenLaw.unless(e.makerAccount() != e.takerAccount(), () -> "an account with itself: " + e);
    BrokenLaw.unless(e.quantityLots() > 0, () -> "nothing traded in " + e);
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
    BrokenLaw.unlessEqual(taker.isEmpty(), RESTING.contains(e.cause()), "whether it rested, " + e);
    Optional<Open> next = best(e.market(), gone.side().opposite());
    Optional<Open> partner = next.filter(order -> gone.accepts(order.limit().orElseThrow()));
    switch (e.cause()) {
      case BY_OWNER, AMENDED, MARKET_DELISTED, LIQUIDATION, DELEVERAGED -> {}
      case BOOK_EXHAUSTED ->
          BrokenLaw.unless(
              partner.isEmpty() && gone.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL,
              "the order book has more for " + e);
      case SELF_TRADE ->
          BrokenLaw.unless(
              partner.filter(order -> order.account() == gone.account()).isPresent(),
              "no order of the same account is next for " + e);
      case POST_ONLY_WOULD_TAKE ->
          BrokenLaw.unless(
              partner.isPresent() && gone.timeInForce() == TimeInForce.POST_ONLY,
              "nobody to take from for " + e);
      case NOT_FILLED_AT_ONCE ->
          BrokenLaw.unless(
              lotsFor(gone) < gone.lots() && gone.timeInForce() == TimeInForce.FILL_OR_KILL,
              "the order book has enough for " + e);
    }
    open.remove(gone);
    taker = Optional.empty();
  }

  /// Returns how many lots an order could trade before it meets one of its own account.
  private long lotsFor(Open order) {
    List<Open> others =
        open.stream()
            .filter(o -> o.market() == order.market() && o.side() != order.side())
            .filter(o -> order.accepts(o.limit().orElseThrow()))
            .sorted(byPrice(order.side().opposite()))
            .toList();
    long lots = 0;
    for (Open other : others) {
      if (other.account() == order.account()) {
        return lots;
      }
      lots += other.lots();
    }
    return lots;
  }

  /// What is left of the taker rests; then no bid may meet an ask.
  private void settleTaker() {
    taker.filter(order -> order.lots() > 0).ifPresent(open::add);
    taker.ifPresent(order ->
        BrokenLaw.unless(
            order.lots() == 0 || order.timeInForce().mayRest(),
            () -> "what may not rest does: " + order));
    taker = Optional.empty();
    for (int market : markets.keySet()) {
      Optional<Open> bid = best(market, Side.BUY);
      Optional<Open> ask = best(market, Side.SELL);
      boolean isCrossed =
          bid.isPresent()
              && ask.isPresent()
              && bid.get().limit().orElseThrow() >= ask.get().limit().orElseThrow();
      BrokenLaw.unless(!isCrossed, () -> "the order book is crossed: " + bid + " " + ask);
    }
  }

  private Optional<Open> best(int market, Side side) {
    return open.stream()
        .filter(order -> order.market() == market && order.side() == side)
        .min(byPrice(side));
  }

  private static Comparator<Open> byPrice(Side side) {
    Comparator<Open> ascending = Comparator.comparingLong(order -> order.limit().orElseThrow());
    return side == Side.BUY ? ascending.reversed() : ascending;
  }
}
