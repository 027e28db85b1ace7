package org.plimsoll.server.ftx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.plimsoll.protocol.OrderCommand.CancelClientOrder;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.ClientNames;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.ftx.History.Place;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.units.Side;
import org.plimsoll.venue.RestingOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Orders: placed, modified, canceled, looked up.
final class OrderCalls {
  private static final int HISTORY_MAX = 100;
  private static final int BULK_MAX = 200;
  private static final String QUEUED = "Order queued for cancelation";
  private static final Place<Kept.Order> PLACE = new Place<>(Kept.Order::timeNs, Kept.Order::id);

  private final Floor floor;
  private final History history;
  private final Catalog catalog;
  private final Entrance entrance;
  private final OrderDesk desk;

  OrderCalls(Floor floor, History history, Catalog catalog, Entrance entrance) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
    this.entrance = entrance;
    this.desk = new OrderDesk(floor, history);
  }

  List<Route> routes() {
    String byClient = "orders/by_client_id/{client*}";
    return List.of(
        Route.keyed("POST", "orders", Scope.TRADE, this::place),
        Route.keyed("GET", "orders", Scope.READ, this::open),
        Route.keyed("DELETE", "orders", Scope.TRADE, this::cancelAll),
        Route.keyed("GET", "orders/history", Scope.READ, this::history),
        Route.keyed("POST", byClient + "/modify", Scope.TRADE, this::modifyByClient),
        Route.keyed("GET", byClient, Scope.READ, this::byClient),
        Route.keyed("DELETE", byClient, Scope.TRADE, this::cancelByClient),
        Route.keyed("POST", "orders/{id}/modify", Scope.TRADE, this::modify),
        Route.keyed("GET", "orders/{id}", Scope.READ, this::byId),
        Route.keyed("DELETE", "orders/{id}", Scope.TRADE, this::cancel),
        Route.keyed("DELETE", "bulk_orders", Scope.TRADE, this::cancelMany),
        Route.keyed("DELETE", "bulk_orders_by_client_id", Scope.TRADE, this::cancelManyOfClient));
  }

  private Outcome place(Ask ask) {
    Parameters parameters = ask.parameters();
    Traded market = catalog.market(parameters.requiredText("market"));
    long minimum = floor.ask(view -> view.limits(market.market()).minimumLots());
    OrderTerms terms = OrderTerms.of(parameters, market, minimum);
    requireInTime(parameters);
    Optional<String> clientId = parameters.text("clientId");
    clientId.ifPresent(OrderDesk::text);
    entrance.admitOrder(ask.principal(), market.market());
    Kept.Order order = desk.place(ask.account(), terms, clientId);
    return Outcome.of(OrderJson.accepted(order, market));
  }

  /// An order that its sender no longer wants by the venue's clock.
  private void requireInTime(Parameters parameters) {
    long until = parameters.time("rejectAfterTs", Long.MAX_VALUE);
    if (until != Long.MAX_VALUE && floor.clockNs() > until) {
      throw new FtxError(503, "Order took too long to process");
    }
  }

  private Outcome open(Ask ask) {
    OptionalInt market = market(ask.parameters());
    return Outcome.of(
        Json.list(
            history.ask(store -> store.openOrders(ask.account(), market)).reversed(), this::json));
  }

  private Outcome history(Ask ask) {
    Parameters parameters = ask.parameters();
    OptionalInt market = market(parameters);
    Optional<Side> side = parameters.choice("side", Side.class);
    Optional<OrderTerms.Type> type = parameters.choice("orderType", OrderTerms.Type.class);
    Predicate<Kept.Order> isMeant =
        order ->
            side.orElse(order.side()) == order.side()
                && type.map(each -> each == OrderTerms.Type.MARKET).orElse(order.isMarket())
                    == order.isMarket();
    Span span = History.span(parameters, HISTORY_MAX, HISTORY_MAX);
    Page<Kept.Order> page =
        history.ask(store ->
            History.filtered(
                rest -> store.orders(ask.account(), market, rest), span, isMeant, PLACE));
    return Outcome.page(Json.list(page.rows(), this::json), page.hasMore());
  }

  private Outcome byId(Ask ask) {
    long id = id(ask.name("id"));
    return Outcome.of(json(own(ask, history.ask(store -> store.order(id)))));
  }

  private Outcome byClient(Ask ask) {
    return Outcome.of(json(own(ask, ofClient(ask))));
  }

  private Optional<Kept.Order> ofClient(Ask ask) {
    long number = ClientNames.number(ask.account(), ask.name("client"));
    return history.ask(store -> store.orderOfClient(ask.account(), number));
  }

  private Outcome modify(Ask ask) {
    return modify(ask, desk.resting(ask.account(), id(ask.name("id"))));
  }

  private Outcome modifyByClient(Ask ask) {
    return modify(ask, desk.resting(ask.account(), own(ask, ofClient(ask)).id()));
  }

  private Outcome modify(Ask ask, RestingOrder order) {
    Parameters parameters = ask.parameters();
    Traded market = catalog.market(order.market());
    Grid grid = market.grid();
    long ticks = parameters.decimal("price").map(price -> OrderTerms.ticks(price, grid)).orElse(0L);
    long lots = parameters.decimal("size").map(size -> OrderTerms.lots(size, grid)).orElse(0L);
    if (ticks == 0 && lots == 0) {
      throw new FtxError(400, "Must modify either price or size");
    }
    Optional<String> clientId = parameters.text("clientId");
    clientId.ifPresent(OrderDesk::text);
    entrance.admitOrder(ask.principal(), market.market());
    return Outcome.of(OrderJson.accepted(desk.amend(order, ticks, lots, clientId), market));
  }

  private Outcome cancel(Ask ask) {
    desk.cancel(ask.account(), id(ask.name("id")));
    return Outcome.said(QUEUED);
  }

  private Outcome cancelByClient(Ask ask) {
    cancelOfClient(ask.account(), ask.name("client"));
    return Outcome.said(QUEUED);
  }

  private void cancelOfClient(int account, String clientId) {
    long number = ClientNames.number(account, clientId);
    Answer answer = floor.attempt(new CancelClientOrder(account, number));
    if (answer instanceof Answer.Refused refused
        && refused.why().reason() == RefusalReason.UNKNOWN_ORDER) {
      Optional<Kept.Order> kept = history.ask(store -> store.orderOfClient(account, number));
      throw desk.gone(account, kept.map(Kept.Order::id).orElse(0L));
    }
    Floor.done(answer);
  }

  private Outcome cancelAll(Ask ask) {
    Parameters parameters = ask.parameters();
    OptionalInt market = market(parameters);
    Optional<Side> side = parameters.choice("side", Side.class);
    if (!parameters.flag("conditionalOrdersOnly")) {
      floor.send(
          new CancelAllOrders(
              ask.account(),
              market.orElse(CancelAllOrders.EVERY_MARKET),
              side.map(each -> each == Side.BUY ? Sides.BUYS : Sides.SELLS).orElse(Sides.BOTH)));
    }
    if (!parameters.flag("limitOrdersOnly")) {
      floor.ask(view -> List.copyOf(view.triggers().entrySet())).stream()
          .filter(trigger -> trigger.getValue().account() == ask.account())
          .filter(
              trigger -> market.orElse(trigger.getValue().market()) == trigger.getValue().market())
          .filter(trigger -> side.orElse(trigger.getValue().side()) == trigger.getValue().side())
          .forEach(trigger -> floor.attempt(new CancelTrigger(ask.account(), trigger.getKey())));
    }
    return Outcome.said("Orders queued for cancelation");
  }

  private Outcome cancelMany(Ask ask) {
    ArrayNode canceled = Json.array();
    for (String text : ask.parameters().texts("orderIds", BULK_MAX)) {
      if (isCanceled(() -> desk.cancel(ask.account(), id(text)))) {
        canceled.add(id(text));
      }
    }
    return Outcome.of(canceled);
  }

  private Outcome cancelManyOfClient(Ask ask) {
    ArrayNode canceled = Json.array();
    for (String clientId : ask.parameters().texts("clientOrderIds", BULK_MAX)) {
      if (isCanceled(() -> cancelOfClient(ask.account(), clientId))) {
        canceled.add(clientId);
      }
    }
    return Outcome.of(canceled);
  }

  /// One of many that cannot be canceled is left out of what is answered.
  private static boolean isCanceled(Runnable cancel) {
    try {
      cancel.run();
      return true;
    } catch (FtxError refused) {
      return false;
    }
  }

  private JsonNode json(Kept.Order order) {
    return OrderJson.of(order, catalog.market(order.market()));
  }

  private static Kept.Order own(Ask ask, Optional<Kept.Order> order) {
    return order
        .filter(each -> each.account() == ask.account())
        .orElseThrow(() -> new FtxError(404, "Order not found"));
  }

  private OptionalInt market(Parameters parameters) {
    Optional<String> name = parameters.text("market");
    return name.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(catalog.market(name.get()).market());
  }

  /// Returns an order's number; what is none is an order that nobody knows.
  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw new FtxError(404, "Order not found");
    }
  }
}
