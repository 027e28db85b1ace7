package org.plimsoll.server.v1;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderCommand.AmendOrder;
import org.plimsoll.protocol.OrderCommand.CancelClientOrder;
import org.plimsoll.protocol.OrderCommand.CancelOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderCommand.PlaceMarketOrder;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.OrderEvent.OrderCanceled;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.TradingCommand.NoteClientOrder;
import org.plimsoll.server.exchange.ClientNames;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.keys.Gate;
import org.plimsoll.server.keys.Principal;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import org.plimsoll.venue.RestingOrder;

/// Orders: placed, amended, canceled. What is answered has the command's place in the journal.
final class OrderEntry {
  /// The members that each request has.
  static final Set<String> PLACE =
      Set.of("market", "side", "size", "price", "time_in_force", "reduce_only", "client_id");

  static final Set<String> AMEND = Set.of("order", "price", "size", "client_id");
  static final Set<String> CANCEL = Set.of("order", "client_id");

  private final Gate gate;
  private final Exchange exchange;
  private final Catalog catalog;

  OrderEntry(Gate gate, Exchange exchange, Catalog catalog) {
    this.gate = gate;
    this.exchange = exchange;
    this.catalog = catalog;
  }

  /// Places an order: with a limit where it has a price, else at the best there is.
  Map<String, Object> place(Principal who, Body body) {
    Listed market = catalog.market(body.text("market"));
    Side side = Change.side(body.text("side"));
    long lots = market.lots(body.decimal("size"));
    Optional<BigDecimal> price = body.decimalIfAny("price");
    Optional<TimeInForce> time = body.textIfAny("time_in_force").map(OrderEntry::timeInForce);
    if (price.isEmpty() && time.isPresent()) {
      throw NativeError.invalid("an order without a price takes at once: leave out time_in_force");
    }
    boolean isReduceOnly = body.flag("reduce_only");
    long ticks = price.map(market::ticks).orElse(0L);
    Optional<OrderText> name = name(body);
    admit(who, market.market());
    long number = note(who.account(), name);
    OrderCommand order =
        price.isEmpty()
            ? new PlaceMarketOrder(who.account(), market.market(), side, lots, number, isReduceOnly)
            : new PlaceLimitOrder(
                who.account(),
                market.market(),
                side,
                ticks,
                lots,
                time.orElse(TimeInForce.GOOD_TILL_CANCELED),
                number,
                isReduceOnly);
    return done(order);
  }

  /// Puts another order in the place of one that rests, behind all at its price; what is not said
  /// stays as it is.
  Map<String, Object> amend(Principal who, Body body) {
    RestingOrder order = resting(who, body.whole("order"));
    Listed market = catalog.market(order.market());
    long ticks = body.decimalIfAny("price").map(market::ticks).orElse(0L);
    long lots = body.decimalIfAny("size").map(market::lots).orElse(0L);
    if (ticks == 0 && lots == 0) {
      throw NativeError.invalid("another 'price' or 'size' is needed");
    }
    Optional<OrderText> name = name(body);
    admit(who, market.market());
    long number = note(who.account(), name);
    return done(new AmendOrder(who.account(), market.market(), order.order(), ticks, lots, number));
  }

  /// Cancels an order, by its number or by what its owner calls it.
  Map<String, Object> cancel(Principal who, Body body) {
    Optional<OrderText> name = name(body);
    if (body.has("order") == name.isPresent()) {
      throw NativeError.invalid("either 'order' or 'client_id' is needed");
    }
    if (name.isPresent()) {
      long number = ClientNames.number(who.account(), name.get().text());
      return done(new CancelClientOrder(who.account(), number));
    }
    RestingOrder order = resting(who, body.whole("order"));
    return done(new CancelOrder(who.account(), order.market(), order.order()));
  }

  private RestingOrder resting(Principal who, long number) {
    return exchange
        .ask(view -> view.order(number))
        .filter(order -> order.account() == who.account())
        .orElseThrow(() -> new NativeError(404, "no order of yours rests under that number"));
  }

  private static TimeInForce timeInForce(String text) {
    for (TimeInForce each : TimeInForce.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw NativeError.invalid(
        "'time_in_force' must be good_till_canceled, immediate_or_cancel, fill_or_kill or"
            + " post_only");
  }

  private static Optional<OrderText> name(Body body) {
    Optional<String> text = body.textIfAny("client_id");
    return text.map(each ->
        ClientNames.text(each)
            .orElseThrow(() -> NativeError.invalid("'client_id' must be printable ASCII")));
  }

  /// Counts an order that is placed or amended.
  private void admit(Principal who, int market) {
    NativeError.throwIf(gate.admitOrder(who, market));
  }

  /// Writes what a client calls an order into history, and returns the number that stands for it; 0
  /// without a name.
  private long note(int account, Optional<OrderText> name) {
    if (name.isEmpty()) {
      return 0;
    }
    long number = ClientNames.number(account, name.get().text());
    Happening _ = Sent.done(exchange.send(new NoteClientOrder(account, number, name.get())));
    return number;
  }

  private Map<String, Object> done(OrderCommand command) {
    Happening happening = Sent.done(exchange.send(command));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sequence", happening.sequence());
    tree.put("order", order(happening));
    return tree;
  }

  /// The order that a command brought, else the one that it took.
  private static long order(Happening happening) {
    long canceled = 0;
    for (Event event : happening.events()) {
      switch (event) {
        case LimitOrderAccepted e -> {
          return e.order();
        }
        case MarketOrderAccepted e -> {
          return e.order();
        }
        case OrderCanceled e -> canceled = e.order();
        default -> {
          // says nothing of which order it is about
        }
      }
    }
    return canceled;
  }
}
