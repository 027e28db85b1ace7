package org.plimsoll.server.v1;

import java.util.Optional;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect;
import org.plimsoll.server.keys.Credentials;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.keys.Verdict;
import org.plimsoll.server.keys.Verdict.Denied;
import org.plimsoll.server.solvency.Alarm;
import org.plimsoll.server.solvency.Alarms;
import org.plimsoll.server.solvency.Reading;
import org.plimsoll.server.solvency.Watch;
import org.plimsoll.server.store.Store;
import org.plimsoll.server.stream.Audience;
import org.plimsoll.server.stream.PrivateHub;
import org.plimsoll.server.stream.PublicHub;

/// The native dialect over WebSockets: what happens, as it happens, and orders with an answer to
/// each.
public final class NativeStream implements LineDialect, AutoCloseable {
  private final Gate gate;
  private final Catalog catalog;
  private final OrderEntry orders;
  private final PublicHub everybody;
  private final PrivateHub owners;
  private final Watch watch;
  private final Alarms alarms;
  private final MarginChannel margin;
  private final Audience solvency = new Audience();
  private final Audience alarmed = new Audience();

  /// Creates the dialect of a venue.
  ///
  /// @param store that hears it, too
  /// @param everybody who hears it, too, and has been started
  /// @param owners who hears it, too, and speaks this dialect alone
  public NativeStream(
      Gate gate,
      Exchange exchange,
      Store store,
      PublicHub everybody,
      PrivateHub owners,
      Watch watch,
      Alarms alarms) {
    this.gate = gate;
    this.catalog = new Catalog(exchange);
    this.orders = new OrderEntry(gate, exchange, catalog);
    this.everybody = everybody;
    this.owners = owners;
    this.watch = watch;
    this.alarms = alarms;
    this.margin = new MarginChannel(exchange);
    owners.start(store, new OwnerTold(catalog));
    watch.listen(exchange.sequence(), this::tell);
    alarms.listen(this::tell);
  }

  @Override
  public Hearer open(Line line) {
    return new StreamSession(this, line);
  }

  @Override
  public void close() {
    margin.close();
  }

  OrderEntry orders() {
    return orders;
  }

  Listed market(String name) {
    return catalog.market(name);
  }

  /// Counts a message by where it comes from, as a call is. Whoever sends too many is told, and
  /// then hung up on: an answer to each would be as many.
  void admit(Line line) {
    Optional<Denied> denied = gate.admit(line.address());
    if (denied.isPresent()) {
      line.close(Line.POLICY, "too many messages");
      throw NativeError.of(denied.get());
    }
  }

  /// Returns whom a key stands for.
  Principal login(Credentials given) {
    return switch (gate.login(given)) {
      case Verdict.Allowed(Principal principal) -> principal;
      case Denied denied -> throw NativeError.of(denied);
    };
  }

  /// Lets a session go on until it is left or its key is revoked.
  void enter(Principal principal, Runnable end) {
    gate.enter(principal, end);
  }

  void leave(Principal principal, Runnable end) {
    gate.leave(principal, end);
  }

  /// Counts what somebody wants who has logged in, and asks whether the key is still good for it.
  void admit(Principal principal, Scope needed) {
    NativeError.throwIf(gate.admit(principal, needed));
  }

  /// Lets a line hear a channel, and says so to it first.
  void subscribe(Channel channel, Line line, String first) {
    switch (channel) {
      case Channel.Solvency _ -> {
        solvency.add(line, first);
        watch.latest().ifPresent(reading -> line.send(frame(reading)));
      }
      case Channel.RaisedAlarms _ -> {
        alarmed.add(line, first);
        line.send(raised());
      }
      case Channel.Trades(int market) -> everybody.addTape(market, words(market), line, first);
      case Channel.Book(int market) -> {
        if (!everybody.addBook(market, words(market), line, first)) {
          throw new NativeError(503, "as many forms of this order book are heard as may be");
        }
      }
      case Channel.Orders(int account) -> owners.addOrders(account, line, first);
      case Channel.Fills(int account) -> owners.addFills(account, line, first);
      case Channel.Margin(int account) -> margin.add(account, line, first);
    }
  }

  void unsubscribe(Channel channel, Line line) {
    switch (channel) {
      case Channel.Solvency _ -> solvency.remove(line);
      case Channel.RaisedAlarms _ -> alarmed.remove(line);
      case Channel.Trades(int market) -> everybody.removeTape(market, words(market), line);
      case Channel.Book(int market) -> everybody.removeBook(market, words(market), line);
      case Channel.Orders(int account) -> owners.removeOrders(account, line);
      case Channel.Fills(int account) -> owners.removeFills(account, line);
      case Channel.Margin(int account) -> margin.remove(account, line);
    }
  }

  private MarketWords words(int market) {
    return new MarketWords(catalog.market(market));
  }

  private void tell(Reading reading) {
    if (!solvency.isEmpty()) {
      solvency.tell(frame(reading));
    }
  }

  private static String frame(Reading reading) {
    return Frames.data("update", "solvency", reading.sequence(), SolvencyJson.of(reading));
  }

  private void tell(Alarm alarm) {
    alarmed.tell(Frames.data("update", "alarms", alarm.sequence(), SolvencyJson.of(alarm)));
  }

  private String raised() {
    long sequence = watch.latest().map(Reading::sequence).orElse(0L);
    return Frames.data(
        "snapshot", "alarms", sequence, alarms.raised().stream().map(SolvencyJson::of).toList());
  }
}
