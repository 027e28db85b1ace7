package org.plimsoll.server.stream;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.OrderCanceled;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// How much rests at each price of each market, kept up event by event, so that nobody has to go
/// through all orders to show the best ones. It belongs to the reader's thread.
final class RestingLevels implements Follower {
  private final Map<Long, Resting> orders = new HashMap<>();
  private final SortedMap<Integer, Book> books = new TreeMap<>();

  private static final class Resting {
    private final int market;
    private final Side side;
    private final long ticks;
    private long lots;

    Resting(LimitOrderAccepted order) {
      market = order.market();
      side = order.side();
      ticks = order.priceTicks();
      lots = order.quantityLots();
    }
  }

  /// The levels of one market.
  static final class Book {
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private long changes;

    /// Returns how often it has changed.
    long changes() {
      return changes;
    }

    /// Returns the best levels.
    ///
    /// @param depth how many of a side
    Levels best(int depth) {
      return new Levels(
          bids.entrySet().stream().limit(depth).map(Book::level).toList(),
          asks.entrySet().stream().limit(depth).map(Book::level).toList());
    }

    private static Levels.Level level(Map.Entry<Long, Long> entry) {
      return new Levels.Level(entry.getKey(), entry.getValue());
    }

    private void add(Side side, long ticks, long lots) {
      changes++;
      (side == Side.BUY ? bids : asks)
          .merge(ticks, lots, (was, change) -> was + change == 0 ? null : was + change);
    }
  }

  /// Returns the levels of a market.
  Book book(int market) {
    return books.computeIfAbsent(market, _ -> new Book());
  }

  /// An order that takes stands in here too until the events of its command have used it up.
  @Override
  public void on(Happening happening, VenueView view) {
    for (Event event : happening.events()) {
      switch (event) {
        case LimitOrderAccepted order -> {
          Resting resting = new Resting(order);
          orders.put(order.order(), resting);
          book(order.market()).add(order.side(), order.priceTicks(), order.quantityLots());
        }
        case TradeExecuted trade -> {
          take(trade.makerOrder(), trade.quantityLots());
          take(trade.takerOrder(), trade.quantityLots());
        }
        case OrderCanceled canceled -> take(canceled.order(), canceled.leavesLots());
        default -> {
          // nothing rests or leaves by it
        }
      }
    }
  }

  private void take(long order, long lots) {
    Resting resting = orders.get(order);
    if (resting != null && lots > 0) {
      resting.lots -= lots;
      book(resting.market).add(resting.side, resting.ticks, -lots);
      if (resting.lots == 0) {
        orders.remove(order);
      }
    }
  }
}
