package org.plimsoll.server.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.OrderEvent.OrderCanceled;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.exchange.Stopped;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.store.Queries;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.store.StoreException;
import org.plimsoll.venue.VenueView;

/// What owners see of their orders and fills as it happens, in the words of one dialect. What is
/// told is read from the store, so that it says what REST says.
public final class PrivateHub implements Follower, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PrivateHub.class.getName());
  private static final int NEWS_MAX = 1 << 14;
  private static final int TRY_LATER = 1013;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ConcurrentMap<Integer, Audience> orders = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Audience> fills = new ConcurrentHashMap<>();
  private final BlockingQueue<News> news = new ArrayBlockingQueue<>(NEWS_MAX);
  private long tradeCount;
  private boolean isLive;
  private volatile boolean isOver;

  /// What one command has changed that somebody wants to hear of.
  ///
  /// @param orders their numbers, each once
  private record News(long sequence, Set<Long> orders, List<Long> fills) {}

  /// Begins to tell.
  public void start(Store store, OwnerWords words) {
    Thread.ofVirtual().name("plimsoll-private").start(() -> run(store, words));
  }

  /// Lets a line hear of an account's orders, and says so to it first.
  public void addOrders(int account, Line line, String first) {
    orders.computeIfAbsent(account, _ -> new Audience()).add(line, first);
  }

  /// Lets a line hear of an account's fills, and says so to it first.
  public void addFills(int account, Line line, String first) {
    fills.computeIfAbsent(account, _ -> new Audience()).add(line, first);
  }

  /// Lets a line hear no more of an account's orders.
  public void removeOrders(int account, Line line) {
    Optional.ofNullable(orders.get(account)).ifPresent(audience -> audience.remove(line));
  }

  /// Lets a line hear no more of an account's fills.
  public void removeFills(int account, Line line) {
    Optional.ofNullable(fills.get(account)).ifPresent(audience -> audience.remove(line));
  }

  @Override
  public void on(Happening happening, VenueView view) {
    Set<Long> changed = new LinkedHashSet<>();
    List<Long> filled = new ArrayList<>();
    for (Event event : happening.events()) {
      switch (event) {
        case LimitOrderAccepted e -> addOrder(changed, e.account(), e.order());
        case MarketOrderAccepted e -> addOrder(changed, e.account(), e.order());
        case LiquidationOrderSent e -> addOrder(changed, e.account(), e.order());
        case OrderCanceled e -> addOrder(changed, e.account(), e.order());
        case TradeExecuted e -> {
          tradeCount++;
          addOrder(changed, e.makerAccount(), e.makerOrder());
          addOrder(changed, e.takerAccount(), e.takerOrder());
          addFill(filled, e.makerAccount(), 2 * tradeCount - 1);
          addFill(filled, e.takerAccount(), 2 * tradeCount);
        }
        default -> {
          // no order changes by it
        }
      }
    }
    if (isLive && !(changed.isEmpty() && filled.isEmpty())) {
      tell(new News(happening.sequence(), changed, filled));
    }
  }

  @Override
  public void onLive(VenueView view) {
    isLive = true;
  }

  @Override
  public void close() {
    isOver = true;
  }

  private void addOrder(Set<Long> changed, int account, long order) {
    if (isHeard(orders, account)) {
      changed.add(order);
    }
  }

  private void addFill(List<Long> filled, int account, long fill) {
    if (isHeard(fills, account)) {
      filled.add(fill);
    }
  }

  private boolean isHeard(Map<Integer, Audience> channel, int account) {
    Audience audience = channel.get(account);
    return isLive && audience != null && !audience.isEmpty();
  }

  /// Whoever would miss something is cut, and so knows.
  private void tell(News piece) {
    if (!news.offer(piece)) {
      cutAll();
      news.clear();
    }
  }

  private void cutAll() {
    orders.values().forEach(audience -> audience.close(TRY_LATER, "too far behind"));
    fills.values().forEach(audience -> audience.close(TRY_LATER, "too far behind"));
  }

  private void run(Store store, OwnerWords words) {
    try {
      while (!isOver) {
        News piece = news.take();
        try {
          store.awaitPosition(piece.sequence(), PATIENCE);
          send(piece, store.queries(), words);
        } catch (StoreException behind) {
          cutAll();
        } catch (Stopped over) {
          isOver = true;
        } catch (RuntimeException wrong) {
          LOG.log(System.Logger.Level.ERROR, "orders and fills", wrong);
          cutAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(News piece, Queries store, OwnerWords words) {
    for (long id : piece.orders()) {
      store
          .order(id)
          .ifPresent(order -> tell(orders, order.account(), words.order(order, piece.sequence())));
    }
    for (long id : piece.fills()) {
      store
          .fill(id)
          .ifPresent(fill -> tell(fills, fill.account(), words.fill(fill, piece.sequence())));
    }
  }

  private static void tell(Map<Integer, Audience> channel, int account, String message) {
    Optional.ofNullable(channel.get(account)).ifPresent(audience -> audience.tell(message));
  }
}
