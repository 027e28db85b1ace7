package org.plimsoll.server.ftx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent.TriggerAccepted;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.ftx.History.Place;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.TriggerStatus;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.units.Side;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Orders that wait for the mark.
final class TriggerCalls {
  private static final int HISTORY_MAX = 100;
  private static final Place<Kept.Trigger> PLACE =
      new Place<>(Kept.Trigger::timeNs, Kept.Trigger::id);

  private final Floor floor;
  private final History history;
  private final Catalog catalog;
  private final Entrance entrance;

  TriggerCalls(Floor floor, History history, Catalog catalog, Entrance entrance) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
    this.entrance = entrance;
  }

  List<Route> routes() {
    String one = "conditional_orders/{id}";
    return List.of(
        Route.keyed("POST", "conditional_orders", Scope.TRADE, this::place),
        Route.keyed("GET", "conditional_orders", Scope.READ, this::open),
        Route.keyed("GET", "conditional_orders/history", Scope.READ, this::history),
        Route.keyed("GET", one + "/triggers", Scope.READ, this::firings),
        Route.keyed("POST", one + "/modify", Scope.TRADE, this::modify),
        Route.keyed("DELETE", one, Scope.TRADE, this::cancel));
  }

  private Outcome place(Ask ask) {
    Traded market = catalog.market(ask.parameters().requiredText("market"));
    PlaceTrigger terms = TriggerTerms.of(ask.account(), market, ask.parameters());
    entrance.admitOrder(ask.principal(), market.market());
    return Outcome.of(placed(terms, market));
  }

  private JsonNode placed(PlaceTrigger terms, Traded market) {
    long number = 0;
    for (Event event : floor.send(terms).events()) {
      if (event instanceof TriggerAccepted accepted) {
        number = accepted.trigger();
      }
    }
    return TriggerJson.of(waiting(number, terms), market, Optional.empty());
  }

  private Kept.Trigger waiting(long number, PlaceTrigger terms) {
    return new Kept.Trigger(
        number,
        terms.account(),
        terms.market(),
        terms.kind(),
        terms.side(),
        terms.triggerTicks(),
        terms.limitTicks(),
        terms.quantityLots(),
        terms.isReduceOnly(),
        floor.clockNs(),
        TriggerStatus.OPEN,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private Outcome open(Ask ask) {
    OptionalInt market = market(ask.parameters());
    Optional<TriggerKind> kind = TriggerTerms.kind(ask.parameters());
    List<Kept.Trigger> open =
        history.ask(store -> store.openTriggers(ask.account(), market)).reversed().stream()
            .filter(trigger -> kind.orElse(trigger.kind()) == trigger.kind())
            .toList();
    return Outcome.of(Json.list(open, this::json));
  }

  private Outcome history(Ask ask) {
    Parameters parameters = ask.parameters();
    OptionalInt market = market(parameters);
    Optional<TriggerKind> kind = TriggerTerms.kind(parameters);
    Optional<Side> side = parameters.choice("side", Side.class);
    Optional<OrderTerms.Type> type = parameters.choice("orderType", OrderTerms.Type.class);
    Predicate<Kept.Trigger> isMeant =
        trigger ->
            kind.orElse(trigger.kind()) == trigger.kind()
                && side.orElse(trigger.side()) == trigger.side()
                && type.orElse(type(trigger)) == type(trigger);
    Span span = History.span(parameters, HISTORY_MAX, HISTORY_MAX);
    Page<Kept.Trigger> page =
        history.ask(store ->
            History.filtered(
                rest -> store.triggers(ask.account(), market, rest), span, isMeant, PLACE));
    return Outcome.page(Json.list(page.rows(), this::json), page.hasMore());
  }

  private static OrderTerms.Type type(Kept.Trigger trigger) {
    return trigger.limitTicks() == 0 ? OrderTerms.Type.MARKET : OrderTerms.Type.LIMIT;
  }

  /// A trigger fires once here, so there is one row at most.
  private Outcome firings(Ask ask) {
    Kept.Trigger trigger = own(ask);
    ArrayNode rows = Json.array();
    if (trigger.status() == TriggerStatus.FIRED || trigger.status() == TriggerStatus.REFUSED) {
      Grid grid = catalog.market(trigger.market()).grid();
      Optional<Kept.Order> order = order(trigger);
      var row = rows.addObject();
      row.set("time", Json.time(trigger.closedNs()));
      row.put("orderId", order.map(Kept.Order::id).orElse(null));
      row.put("error", TriggerJson.error(trigger).orElse(null));
      row.put("orderSize", grid.size(trigger.quantityLots()));
      row.put("filledSize", grid.size(order.map(Kept.Order::filledLots).orElse(0L)));
    }
    return Outcome.of(rows);
  }

  /// Lets another order wait, and takes the old one back. Should the mark come to the old one
  /// between the two, the new one is taken back instead.
  private Outcome modify(Ask ask) {
    Kept.Trigger old = own(ask);
    Traded market = catalog.market(old.market());
    PlaceTrigger terms =
        TriggerTerms.changed(
            floor
                .ask(view -> Optional.ofNullable(view.triggers().get(old.id())))
                .orElseThrow(TriggerCalls::closed),
            ask.parameters(),
            market.grid());
    entrance.admitOrder(ask.principal(), market.market());
    JsonNode placed = placed(terms, market);
    Answer answer = floor.attempt(new CancelTrigger(ask.account(), old.id()));
    if (answer instanceof Answer.Refused) {
      floor.attempt(new CancelTrigger(ask.account(), placed.get("id").asLong()));
      throw closed();
    }
    Floor.done(answer);
    return Outcome.of(placed);
  }

  private Outcome cancel(Ask ask) {
    Kept.Trigger trigger = own(ask);
    Answer answer = floor.attempt(new CancelTrigger(ask.account(), trigger.id()));
    if (answer instanceof Answer.Refused refused
        && refused.why().reason() == RefusalReason.UNKNOWN_ORDER) {
      throw closed();
    }
    Floor.done(answer);
    return Outcome.said("Order cancelled");
  }

  private Kept.Trigger own(Ask ask) {
    String text = ask.name("id");
    Optional<Kept.Trigger> trigger =
        text.matches("[0-9]{1,18}")
            ? history.ask(store -> store.trigger(Long.parseLong(text)))
            : Optional.empty();
    return trigger
        .filter(each -> each.account() == ask.account())
        .orElseThrow(() -> new FtxError(404, "Order not found"));
  }

  private static FtxError closed() {
    return new FtxError(400, "Order already closed");
  }

  private JsonNode json(Kept.Trigger trigger) {
    return TriggerJson.of(trigger, catalog.market(trigger.market()), order(trigger));
  }

  private Optional<Kept.Order> order(Kept.Trigger trigger) {
    return trigger.order().isEmpty()
        ? Optional.empty()
        : history.ask(store -> store.order(trigger.order().getAsLong()));
  }

  private OptionalInt market(Parameters parameters) {
    Optional<String> name = parameters.text("market");
    return name.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(catalog.market(name.get()).market());
  }
}
