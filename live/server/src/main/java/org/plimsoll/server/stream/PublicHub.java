package org.plimsoll.server.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.exchange.Stopped;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.store.Kept;
import org.plimsoll.venue.VenueView;

/// What everybody may see as it happens: trades at once, order books and tickers every 25 ms where
/// something has changed. Each message is made once, however many lines it goes out on.
public final class PublicHub implements Follower, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PublicHub.class.getName());
  private static final long EVERY_MS = 25;

  /// Forms of one market's order book that are heard at once: each is worked out anew for every
  /// change.
  private static final int FORMS_MAX = 20;

  private final RestingLevels levels = new RestingLevels();
  private final ConcurrentMap<Heard<TapeWords>, Audience> tapes = new ConcurrentHashMap<>();
  private final ConcurrentMap<Heard<TickerWords>, TickerChannel> tickers =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<Heard<BookWords>, BookChannel> books = new ConcurrentHashMap<>();
  private final Map<Integer, Long> published = new HashMap<>();
  private final Map<Integer, Long> last = new HashMap<>();
  private long tradeCount;
  private long liquidation;
  private boolean isLive;
  private volatile boolean isOver;

  /// A market in somebody's words.
  private record Heard<W>(int market, W words) {}

  /// A market at one moment.
  private record Look(Levels levels, long changes, long lastTicks, Seen seen) {}

  /// Begins to publish.
  public void start(Exchange exchange) {
    Thread.ofVirtual().name("plimsoll-public").start(() -> run(exchange));
  }

  @Override
  public void on(Happening happening, VenueView view) {
    levels.on(happening, view);
    Map<Integer, List<Kept.Trade>> traded = new LinkedHashMap<>();
    for (Event event : happening.events()) {
      if (event instanceof LiquidationOrderSent sent) {
        liquidation = sent.order();
      } else if (event instanceof TradeExecuted trade) {
        tradeCount++;
        last.put(trade.market(), trade.priceTicks());
        traded
            .computeIfAbsent(trade.market(), _ -> new ArrayList<>())
            .add(kept(trade, view.clockNs()));
      }
    }
    if (isLive && !traded.isEmpty()) {
      tapes.forEach((tape, audience) -> {
        List<Kept.Trade> trades = traded.getOrDefault(tape.market(), List.of());
        if (!trades.isEmpty() && !audience.isEmpty()) {
          audience.tell(tape.words().trades(trades, happening.sequence()));
        }
      });
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

  /// Lets a line hear the trades of a market, and says so to it first.
  public void addTape(int market, TapeWords words, Line line, String first) {
    tapes.computeIfAbsent(new Heard<>(market, words), _ -> new Audience()).add(line, first);
  }

  /// Lets a line hear the best prices of a market, and says so to it first.
  public void addTicker(int market, TickerWords words, Line line, String first) {
    tickers
        .computeIfAbsent(new Heard<>(market, words), _ -> new TickerChannel(words))
        .add(line, first);
  }

  /// Lets a line hear the order book of a market, and says so to it first.
  ///
  /// @return false if as many forms of it are heard as may be
  public boolean addBook(int market, BookWords words, Line line, String first) {
    Heard<BookWords> wanted = new Heard<>(market, words);
    if (!books.containsKey(wanted) && forms(market) >= FORMS_MAX) {
      return false;
    }
    books.compute(
        wanted,
        (_, open) -> {
          BookChannel channel = open == null ? new BookChannel(words) : open;
          channel.add(line, first);
          return channel;
        });
    return true;
  }

  /// Lets a line hear no more trades of a market.
  public void removeTape(int market, TapeWords words, Line line) {
    Optional.ofNullable(tapes.get(new Heard<>(market, words)))
        .ifPresent(audience -> audience.remove(line));
  }

  /// Lets a line hear no more of a market's best prices.
  public void removeTicker(int market, TickerWords words, Line line) {
    Optional.ofNullable(tickers.get(new Heard<>(market, words)))
        .ifPresent(channel -> channel.remove(line));
  }

  /// Lets a line hear no more of a market's order book.
  public void removeBook(int market, BookWords words, Line line) {
    books.computeIfPresent(
        new Heard<>(market, words),
        (_, channel) -> {
          channel.remove(line);
          return channel.isWanted() ? channel : null;
        });
  }

  private long forms(int market) {
    return books.keySet().stream().filter(key -> key.market() == market).count();
  }

  private Kept.Trade kept(TradeExecuted trade, long clockNs) {
    return new Kept.Trade(
        tradeCount,
        clockNs,
        trade.market(),
        trade.takerSide(),
        trade.priceTicks(),
        trade.quantityLots(),
        trade.takerOrder() == liquidation);
  }

  private void run(Exchange exchange) {
    try {
      while (!isOver) {
        Thread.sleep(EVERY_MS);
        look(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What goes wrong once must not silence it: nobody would know that order books stand still.
  private void look(Exchange exchange) {
    try {
      publish(exchange);
    } catch (Stopped stopped) {
      isOver = true;
    } catch (RuntimeException wrong) {
      LOG.log(System.Logger.Level.ERROR, "order books and tickers", wrong);
    }
  }

  private void publish(Exchange exchange) {
    List<Integer> wanted = wanted();
    if (wanted.isEmpty()) {
      return;
    }
    Map<Integer, Look> looks = exchange.ask(view -> look(wanted, view));
    looks.forEach((market, look) -> {
      books.forEach((key, channel) -> {
        if (key.market() == market && channel.isWanted()) {
          channel.publish(look.levels(), look.seen());
        }
      });
      tickers.forEach((key, channel) -> {
        if (key.market() == market) {
          channel.publish(look.levels(), look.lastTicks(), look.seen());
        }
      });
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
                .map(entry -> entry.getKey().market()))
        .distinct()
        .toList();
  }

  /// Looks at the markets where something has changed, or somebody has just come.
  private Map<Integer, Look> look(List<Integer> wanted, VenueView view) {
    Seen seen = new Seen(view.sequence(), view.clockNs());
    Map<Integer, Look> looks = new LinkedHashMap<>();
    for (int market : wanted) {
      RestingLevels.Book book = levels.book(market);
      boolean isNews = published.getOrDefault(market, -1L) != book.changes();
      if (isNews || hasEntering(market)) {
        looks.put(
            market,
            new Look(
                book.best(Levels.DEPTH_MAX), book.changes(), last.getOrDefault(market, 0L), seen));
      }
    }
    return looks;
  }

  private boolean hasEntering(int market) {
    return books.entrySet().stream()
            .anyMatch(entry -> entry.getKey().market() == market && entry.getValue().hasEntering())
        || tickers.entrySet().stream()
            .anyMatch(entry -> entry.getKey().market() == market && entry.getValue().hasEntering());
  }
}
