package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.store.Kept;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ArrayNode;

/// What everybody may see as it happens: trades at once, order books and tickers every 25 ms where
/// something has changed. Each message is made once, however many lines it goes out on.
public final class PublicHub implements Follower, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PublicHub.class.getName());
  private static final long EVERY_MS = 25;

  /// Groupings of one market that are heard at once: each is worked out anew for every change.
  private static final int GROUPINGS_MAX = 20;

  private final RestingLevels levels = new RestingLevels();
  private final ConcurrentMap<Integer, Set<Line>> trades = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, TickerChannel> tickers = new ConcurrentHashMap<>();
  private final ConcurrentMap<BookKey, BookChannel> books = new ConcurrentHashMap<>();
  private final Map<Integer, Long> published = new HashMap<>();
  private final Map<Integer, Long> last = new HashMap<>();
  private long tradeCount;
  private long liquidation;
  private boolean isLive;
  private volatile boolean isOver;

  record BookKey(int market, Optional<BigDecimal> grouping) {}

  /// A market at one moment.
  private record Look(Levels levels, long changes, long lastTicks, long clockNs) {}

  /// Begins to publish.
  void start(Floor floor) {
    Thread.ofVirtual().name("plimsoll-public").start(() -> run(floor));
  }

  @Override
  public void on(Happening happening, VenueView view) {
    levels.on(happening, view);
    Map<Integer, ArrayNode> told = new LinkedHashMap<>();
    for (Event event : happening.events()) {
      if (event instanceof LiquidationOrderSent sent) {
        liquidation = sent.order();
      } else if (event instanceof TradeExecuted trade) {
        tradeCount++;
        last.put(trade.market(), trade.priceTicks());
        if (isLive && trades.containsKey(trade.market())) {
          told.computeIfAbsent(trade.market(), _ -> Json.array())
              .add(TradeJson.of(kept(trade, view), traded(trade.market(), view)));
        }
      }
    }
    told.forEach((market, list) -> tell(traded(market, view), list));
  }

  @Override
  public void onLive(VenueView view) {
    isLive = true;
  }

  @Override
  public void close() {
    isOver = true;
  }

  void addTrades(Traded market, Line line) {
    trades.computeIfAbsent(market.market(), _ -> new CopyOnWriteArraySet<>()).add(line);
  }

  void addTicker(Traded market, Line line) {
    tickers.computeIfAbsent(market.market(), _ -> new TickerChannel(market)).add(line);
  }

  void addBook(Traded market, Optional<BigDecimal> grouping, Line line) {
    BookKey wanted = new BookKey(market.market(), grouping);
    if (!books.containsKey(wanted) && groupings(market.market()) >= GROUPINGS_MAX) {
      throw new FtxError(400, "Too many groupings");
    }
    books.compute(
        wanted,
        (_, open) -> {
          BookChannel channel =
              open == null ? new BookChannel(market.name(), market.grid(), grouping) : open;
          channel.add(line);
          return channel;
        });
  }

  void removeTrades(int market, Line line) {
    trades.getOrDefault(market, Set.of()).remove(line);
  }

  void removeTicker(int market, Line line) {
    Optional.ofNullable(tickers.get(market)).ifPresent(channel -> channel.remove(line));
  }

  void removeBook(int market, Optional<BigDecimal> grouping, Line line) {
    books.computeIfPresent(
        new BookKey(market, grouping),
        (_, channel) -> {
          channel.remove(line);
          return channel.isWanted() ? channel : null;
        });
  }

  private long groupings(int market) {
    return books.keySet().stream().filter(key -> key.market() == market).count();
  }

  private Kept.Trade kept(TradeExecuted trade, VenueView view) {
    return new Kept.Trade(
        tradeCount,
        view.clockNs(),
        trade.market(),
        trade.takerSide(),
        trade.priceTicks(),
        trade.quantityLots(),
        trade.takerOrder() == liquidation);
  }

  private static Traded traded(int market, VenueView view) {
    return Traded.of(view, view.markets().get(market));
  }

  private void tell(Traded market, ArrayNode list) {
    String frame = Frames.data("update", "trades", Optional.of(market.name()), list);
    trades.getOrDefault(market.market(), Set.of()).forEach(line -> line.send(frame));
  }

  private void run(Floor floor) {
    try {
      while (!isOver) {
        Thread.sleep(EVERY_MS);
        look(floor);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What goes wrong once must not silence it: nobody would know that order books stand still.
  private void look(Floor floor) {
    try {
      publish(floor);
    } catch (FtxError stopped) {
      isOver = true;
    } catch (RuntimeException wrong) {
      LOG.log(System.Logger.Level.ERROR, "order books and tickers", wrong);
    }
  }

  private void publish(Floor floor) {
    List<Integer> wanted = wanted();
    if (wanted.isEmpty()) {
      return;
    }
    Map<Integer, Look> looks = floor.ask(view -> look(wanted, view));
    looks.forEach((market, look) -> {
      books.forEach((key, channel) -> {
        if (key.market() == market && channel.isWanted()) {
          channel.publish(look.levels(), look.clockNs());
        }
      });
      Optional.ofNullable(tickers.get(market))
          .ifPresent(channel -> channel.publish(look.levels(), look.lastTicks(), look.clockNs()));
      published.put(market, look.changes());
    });
  }

  private List<Integer> wanted() {
    return Stream.concat(
            books.entrySet().stream()
                .filter(entry -> entry.getValue().isWanted())
                .map(entry -> entry.getKey().market()),
            tickers.entrySet().stream()
                .filter(entry -> entry.getValue().isWanted())
                .map(Map.Entry::getKey))
        .distinct()
        .toList();
  }

  /// Looks at the markets where something has changed, or somebody has just come.
  private Map<Integer, Look> look(List<Integer> wanted, VenueView view) {
    Map<Integer, Look> looks = new LinkedHashMap<>();
    for (int market : wanted) {
      RestingLevels.Book book = levels.book(market);
      boolean isNews = published.getOrDefault(market, -1L) != book.changes();
      if (isNews || hasEntering(market)) {
        looks.put(
            market,
            new Look(
                book.best(Levels.DEPTH_MAX),
                book.changes(),
                last.getOrDefault(market, 0L),
                view.clockNs()));
      }
    }
    return looks;
  }

  private boolean hasEntering(int market) {
    boolean isTicker =
        Optional.ofNullable(tickers.get(market)).filter(TickerChannel::hasEntering).isPresent();
    return isTicker
        || books.entrySet().stream()
            .anyMatch(entry -> entry.getKey().market() == market && entry.getValue().hasEntering());
  }
}
