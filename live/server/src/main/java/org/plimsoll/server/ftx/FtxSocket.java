package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.RateLimits;
import org.plimsoll.server.keys.Signatures;
import org.plimsoll.server.keys.Verdict;
import org.plimsoll.server.keys.Verdict.Denied;
import org.plimsoll.server.store.Store;

/// The WebSocket half of the dialect.
public final class FtxSocket implements LineDialect {
  private static final int POLICY = 1008;

  private final Floor floor;
  private final Catalog catalog;
  private final Tapes tapes;
  private final Signatures signatures;
  private final RateLimits limits;
  private final LongSupplier nanoTime;
  private final PublicHub everybody;
  private final PrivateHub owners;

  /// Creates the dialect of a venue.
  ///
  /// @param tapes whose followers hear the venue
  /// @param store that hears it, too
  /// @param nanoTime a clock that never goes back, for limits
  /// @param everybody who hears it, too
  /// @param owners who hears it, too
  public FtxSocket(
      Exchange exchange,
      Tapes tapes,
      Store store,
      Signatures signatures,
      RateLimits limits,
      LongSupplier nanoTime,
      PublicHub everybody,
      PrivateHub owners) {
    floor = new Floor(exchange);
    catalog = new Catalog(floor);
    this.tapes = tapes;
    this.signatures = signatures;
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.everybody = everybody;
    this.owners = owners;
    everybody.start(floor);
    owners.start(new History(store, floor), catalog);
  }

  @Override
  public Hearer open(Line line) {
    return new Session(this, line);
  }

  /// Counts a message by where it comes from, as a call is. Whoever sends too many is told, and
  /// then hung up on: an answer to each would be as many.
  ///
  /// @throws FtxError if they are too many
  void admit(Line line) {
    Optional<Denied> denied = limits.fromAddress(line.address(), nanoTime.getAsLong());
    if (denied.isPresent()) {
      line.close(POLICY, "too many messages");
      throw new FtxError(denied.get().status(), denied.get().text());
    }
  }

  Verdict login(Credentials given) {
    return signatures.login(given);
  }

  /// Lets a line hear a channel that can be heard.
  void subscribe(Subscription wanted, Line line) {
    switch (wanted) {
      case Subscription.Trades(String market) -> everybody.addTrades(catalog.market(market), line);
      case Subscription.Ticker(String market) -> everybody.addTicker(catalog.market(market), line);
      case Subscription.Book(String market, Optional<BigDecimal> grouping) -> {
        everybody.addBook(catalog.market(market), grouping, line);
      }
      case Subscription.Markets _ ->
          line.send(
              Frames.data(
                  "partial",
                  "markets",
                  Optional.empty(),
                  floor.ask(view -> MarketsJson.of(view, tapes))));
      case Subscription.Orders(int account) -> owners.addOrders(account, line);
      case Subscription.Fills(int account) -> owners.addFills(account, line);
    }
  }

  /// Checks that a channel can be heard.
  ///
  /// @throws FtxError if there is no such market, or its prices cannot be grouped so
  void require(Subscription wanted) {
    switch (wanted) {
      case Subscription.Trades(String market) -> catalog.market(market);
      case Subscription.Ticker(String market) -> catalog.market(market);
      case Subscription.Book(String market, Optional<BigDecimal> grouping) -> {
        BigDecimal tick = catalog.market(market).grid().tick();
        if (grouping.filter(step -> step.compareTo(tick) < 0).isPresent()) {
          throw FtxError.invalid("grouping");
        }
      }
      case Subscription.Markets _, Subscription.Orders _, Subscription.Fills _ -> {
        // there for everybody, or for whoever has logged in
      }
    }
  }

  void unsubscribe(Subscription held, Line line) {
    switch (held) {
      case Subscription.Trades(String market) ->
          everybody.removeTrades(catalog.market(market).market(), line);
      case Subscription.Ticker(String market) ->
          everybody.removeTicker(catalog.market(market).market(), line);
      case Subscription.Book(String market, Optional<BigDecimal> grouping) ->
          everybody.removeBook(catalog.market(market).market(), grouping, line);
      case Subscription.Markets _ -> {
        // told once
      }
      case Subscription.Orders(int account) -> owners.removeOrders(account, line);
      case Subscription.Fills(int account) -> owners.removeFills(account, line);
    }
  }
}
