package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.protocol.PriceEvent.PositionExpired;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// How each position came to be, which the venue has no need to keep, and what is open of each
/// future. Read it where questions are answered: it belongs to the reader's thread.
///
/// It grows with the positions that were ever opened, which the venue bounds by accounts and
/// futures.
final class PositionTape implements Follower {
  private final NavigableMap<Key, PositionStory> stories =
      new TreeMap<>(Comparator.comparingInt(Key::market).thenComparingInt(Key::account));
  private final SortedMap<Integer, Open> futures = new TreeMap<>();

  private record Key(int account, int market) {}

  private static final class Open {
    private final Grid grid;
    private BigDecimal lots = BigDecimal.ZERO;

    Open(Grid grid) {
      this.grid = grid;
    }
  }

  /// Returns how an account's position in a market came to be.
  PositionStory story(int account, int market) {
    return stories.getOrDefault(new Key(account, market), PositionStory.NONE);
  }

  /// Returns the lots that all longs of a future have together.
  BigDecimal openLots(int market) {
    Open open = futures.get(market);
    return open == null ? BigDecimal.ZERO : open.lots;
  }

  @Override
  public void on(Happening happening, VenueView view) {
    for (Event event : happening.events()) {
      switch (event) {
        case CommandApplied(ListFuture future) ->
            futures.put(future.market(), new Open(Grid.of(view, future)));
        case TradeExecuted trade -> on(trade);
        case PositionHandedOver e -> {
          int decimals = view.asset(0).decimals();
          change(e.market(), e.from(), -e.lots(), Numbers.scaled(e.fromCost(), decimals));
          change(e.market(), e.to(), e.lots(), Numbers.scaled(e.toCost(), decimals));
        }
        case PositionExpired e ->
            trade(e.market(), e.account(), -e.lots(), view.futureMarkTicks(e.market()));
        case TransferPosted transfer -> on(transfer, view);
        default -> {}
      }
    }
  }

  private void on(TradeExecuted e) {
    if (futures.containsKey(e.market())) {
      long lots = e.takerSide() == Side.BUY ? e.quantityLots() : -e.quantityLots();
      trade(e.market(), e.takerAccount(), lots, e.priceTicks());
      trade(e.market(), e.makerAccount(), -lots, e.priceTicks());
    }
  }

  private void trade(int market, int account, long lots, long ticks) {
    Open open = futures.get(market);
    if (open != null) {
      BigDecimal tickLots = BigDecimal.valueOf(ticks).multiply(BigDecimal.valueOf(lots));
      change(market, account, lots, open.grid.value(tickLots));
    }
  }

  private void change(int market, int account, long lots, BigDecimal cost) {
    PositionStory before = story(account, market);
    PositionStory after = before.with(lots, cost);
    stories.put(new Key(account, market), after);
    Open open = futures.get(market);
    if (open != null) {
      open.lots =
          open.lots.add(BigDecimal.valueOf(Math.max(0, after.lots()) - Math.max(0, before.lots())));
    }
  }

  private void on(TransferPosted e, VenueView view) {
    if (e.cause() != Cause.SETTLEMENT && e.cause() != Cause.FUNDING) {
      return;
    }
    boolean isPaidOut = LedgerAccount.kind(e.to()) == LedgerAccount.Kind.CUSTOMER;
    int customer = isPaidOut ? e.to() : e.from();
    int settlement = isPaidOut ? e.from() : e.to();
    if (LedgerAccount.kind(customer) == LedgerAccount.Kind.CUSTOMER
        && LedgerAccount.kind(settlement) == LedgerAccount.Kind.SETTLEMENT) {
      Key key = new Key(LedgerAccount.number(customer), LedgerAccount.number(settlement));
      BigDecimal amount = Numbers.scaled(e.amount(), view.asset(e.asset()).decimals());
      PositionStory story = story(key.account, key.market);
      stories.put(key, story.paid(isPaidOut ? amount : amount.negate()));
    }
  }
}
