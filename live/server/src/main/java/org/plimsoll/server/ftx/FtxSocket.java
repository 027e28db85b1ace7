package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Verdict;
import org.plimsoll.server.keys.Verdict.Denied;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.stream.PrivateHub;
import org.plimsoll.server.stream.PublicHub;
import tools.jackson.databind.JsonNode;

/// The WebSocket half of the dialect.
public final class FtxSocket implements LineDialect {
  private final Floor floor;
  private final Catalog catalog;
  private final Tapes tapes;
  private final Gate gate;
  private final PublicHub everybody;
  private final PrivateHub owners;

  /// Creates the dialect of a venue.
  ///
  /// @param tapes whose followers hear the venue
  /// @param store that hears it, too
  /// @param everybody who hears it, too, and has been started
  /// @param owners who hears it, too
  public FtxSocket(
      Exchange exchange,
      Tapes tapes,
      Store store,
      Gate gate,
      PublicHub everybody,
      PrivateHub owners) {
    floor = new Floor(exchange);
    catalog = new Catalog(floor);
    this.tapes = tapes;
    this.gate = gate;
    this.everybody = everybody;
    this.owners = owners;
    owners.start(store, new FtxOwner(catalog));
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
    Optional<Denied> denied = gate.admit(line.address());
    if (denied.isPresent()) {
      line.close(Line.POLICY, "too many messages");
      throw new FtxError(denied.get().status(), denied.get().text());
    }
  }

  Verdict login(Credentials given) {
    return gate.login(given);
  }

  /// Lets a session go on until it is left or its key is revoked.
  void enter(Principal principal, Runnable end) {
    gate.enter(principal, end);
  }

  void leave(Principal principal, Runnable end) {
    gate.leave(principal, end);
  }

  /// Lets a line hear a channel that can be heard, and says so to it first.
  ///
  /// @throws FtxError if as many forms of the order book are heard as may be
  void subscribe(Subscription wanted, Line line, String first) {
    switch (wanted) {
      case Subscription.Trades(String name) -> {
        Traded market = catalog.market(name);
        everybody.addTape(market.market(), new FtxTape(market), line, first);
      }
      case Subscription.Ticker(String name) -> {
        Traded market = catalog.market(name);
        everybody.addTicker(market.market(), new FtxTicker(market), line, first);
      }
      case Subscription.Book(String name, Optional<BigDecimal> grouping) -> {
        Traded market = catalog.market(name);
        if (!everybody.addBook(market.market(), new FtxBook(market, grouping), line, first)) {
          throw new FtxError(400, "Too many groupings");
        }
      }
      case Subscription.Markets _ -> {
        line.send(first);
        line.send(markets());
      }
      case Subscription.Orders(int account) -> owners.addOrders(account, line, first);
      case Subscription.Fills(int account) -> owners.addFills(account, line, first);
    }
  }

  private String markets() {
    JsonNode markets = floor.ask(view -> MarketsJson.of(view, tapes));
    return Frames.data("partial", "markets", Optional.empty(), markets);
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
      case Subscription.Trades(String name) -> {
        Traded market = catalog.market(name);
        everybody.removeTape(market.market(), new FtxTape(market), line);
      }
      case Subscription.Ticker(String name) -> {
        Traded market = catalog.market(name);
        everybody.removeTicker(market.market(), new FtxTicker(market), line);
      }
      case Subscription.Book(String name, Optional<BigDecimal> grouping) -> {
        Traded market = catalog.market(name);
        everybody.removeBook(market.market(), new FtxBook(market, grouping), line);
      }
      case Subscription.Markets _ -> {
        // told once
      }
      case Subscription.Orders(int account) -> owners.removeOrders(account, line);
      case Subscription.Fills(int account) -> owners.removeFills(account, line);
    }
  }
}
