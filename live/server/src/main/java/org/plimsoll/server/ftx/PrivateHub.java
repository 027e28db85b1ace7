package org.plimsoll.server.ftx;

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
import java.util.concurrent.CopyOnWriteArraySet;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.OrderEvent.OrderCanceled;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.StoreException;
import org.plimsoll.venue.VenueView;

/// What owners see of their orders and fills as it happens. What is told is read from the store, so
/// that it says what REST says.
public final class PrivateHub implements Follower, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PrivateHub.class.getName());
  private static final int NEWS_MAX = 1 << 14;
  private static final int TRY_LATER = 1013;

  private final ConcurrentMap<Integer, Set<Line>> orders = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Set<Line>> fills = new ConcurrentHashMap<>();
  private final BlockingQueue<News> news = new ArrayBlockingQueue<>(NEWS_MAX);
  private long tradeCount;
  private boolean isLive;
  private volatile boolean isOver;

  /// What one command has changed that somebody wants to hear of.
  ///
  /// @param orders their numbers, each once
  private record News(Set<Long> orders, List<Long> fills) {}

  /// Begins to tell.
  void start(History history, Catalog catalog) {
    Thread.ofVirtual().name("plimsoll-private").start(() -> run(history, catalog));
  }

  void addOrders(int account, Line line) {
    orders.computeIfAbsent(account, _ -> new CopyOnWriteArraySet<>()).add(line);
  }

  void addFills(int account, Line line) {
    fills.computeIfAbsent(account, _ -> new CopyOnWriteArraySet<>()).add(line);
  }

  void removeOrders(int account, Line line) {
    orders.getOrDefault(account, Set.of()).remove(line);
  }

  void removeFills(int account, Line line) {
    fills.getOrDefault(account, Set.of()).remove(line);
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
      tell(new News(changed, filled));
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

  private boolean isHeard(Map<Integer, Set<Line>> channel, int account) {
    return isLive && !channel.getOrDefault(account, Set.of()).isEmpty();
  }

  /// Whoever would miss something is cut, and so knows.
  private void tell(News piece) {
    if (!news.offer(piece)) {
      cutAll();
      news.clear();
    }
  }

  private void cutAll() {
    orders.values().forEach(PrivateHub::cut);
    fills.values().forEach(PrivateHub::cut);
  }

  private static void cut(Set<Line> lines) {
    lines.forEach(line -> line.close(TRY_LATER, "too far behind"));
    lines.clear();
  }

  private void run(History history, Catalog catalog) {
    try {
      while (!isOver) {
        News piece = news.take();
        try {
          send(piece, history, catalog);
        } catch (FtxError | StoreException behind) {
          cutAll();
        } catch (RuntimeException wrong) {
          LOG.log(System.Logger.Level.ERROR, "orders and fills", wrong);
          cutAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(News piece, History history, Catalog catalog) {
    for (long id : piece.orders()) {
      Optional<Kept.Order> order = history.ask(store -> store.order(id));
      order.ifPresent(kept -> {
        String frame =
            Frames.data(
                "update",
                "orders",
                Optional.empty(),
                OrderJson.of(kept, catalog.market(kept.market())));
        orders.getOrDefault(kept.account(), Set.of()).forEach(line -> line.send(frame));
      });
    }
    for (long id : piece.fills()) {
      Optional<Kept.Fill> fill = history.ask(store -> store.fill(id));
      fill.ifPresent(kept -> {
        String frame =
            Frames.data(
                "update",
                "fills",
                Optional.empty(),
                FillJson.of(kept, catalog.market(kept.market()), catalog.asset(kept.feeAsset())));
        fills.getOrDefault(kept.account(), Set.of()).forEach(line -> line.send(frame));
      });
    }
  }
}
