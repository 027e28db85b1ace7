package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.OrderStatus;
import org.plimsoll.server.store.Kept.TriggerStatus;
import org.plimsoll.units.Side;
import tools.jackson.databind.node.ObjectNode;

/// An order that waits for the mark, or did.
final class TriggerJson {
  private TriggerJson() {}

  /// @param placed what it has become, once the mark came
  static ObjectNode of(Kept.Trigger trigger, Traded market, Optional<Kept.Order> placed) {
    Grid grid = market.grid();
    ObjectNode json = Json.object().put("id", trigger.id());
    json.put("market", market.name()).put("future", market.isFuture() ? market.name() : null);
    json.put("side", OrderJson.side(trigger.side())).put("size", grid.size(trigger.quantityLots()));
    json.put("type", trigger.kind().name().toLowerCase(Locale.ROOT));
    boolean isLimit = trigger.limitTicks() > 0;
    json.put("orderType", isLimit ? "limit" : "market");
    json.set("orderPrice", Json.number(isLimit ? grid.price(trigger.limitTicks()) : null));
    addPrices(json, trigger, grid);
    json.put("reduceOnly", trigger.isReduceOnly()).put("retryUntilFilled", false);
    addFate(json, trigger);
    addOrder(json, placed, grid);
    return json.put("createdAt", Times.iso(trigger.timeNs()));
  }

  private static void addPrices(ObjectNode json, Kept.Trigger trigger, Grid grid) {
    BigDecimal price = grid.price(trigger.triggerTicks());
    boolean trails = trigger.kind() == TriggerKind.TRAILING_STOP;
    @Nullable BigDecimal trail = trigger.side() == Side.SELL ? price.negate() : price;
    json.set("triggerPrice", Json.number(trails ? null : price));
    json.putNull("trailStart").set("trailValue", Json.number(trails ? trail : null));
  }

  private static void addFate(ObjectNode json, Kept.Trigger trigger) {
    TriggerStatus status = trigger.status();
    OptionalLong closedNs = trigger.closedNs();
    boolean isCanceled = status == TriggerStatus.CANCELED;
    boolean hasFired = status == TriggerStatus.FIRED || status == TriggerStatus.REFUSED;
    json.put("status", isCanceled ? "cancelled" : hasFired ? "triggered" : "open");
    json.put("error", error(trigger).orElse(null));
    json.set("triggeredAt", Json.time(hasFired ? closedNs : OptionalLong.empty()));
    json.set("cancelledAt", Json.time(isCanceled ? closedNs : OptionalLong.empty()));
    json.putNull("cancelReason");
  }

  private static void addOrder(ObjectNode json, Optional<Kept.Order> placed, Grid grid) {
    json.put("orderId", placed.map(Kept.Order::id).orElse(null));
    json.put(
        "orderStatus",
        placed.map(order -> order.status() == OrderStatus.OPEN ? "open" : "closed").orElse(null));
    json.set(
        "filledSize", Json.number(placed.map(order -> grid.size(order.filledLots())).orElse(null)));
    json.set(
        "avgFillPrice",
        Json.number(
            placed
                .filter(order -> order.filledLots() > 0)
                .map(order -> OrderJson.average(order, grid))
                .orElse(null)));
  }

  /// Returns why what a trigger placed was refused.
  static Optional<String> error(Kept.Trigger trigger) {
    return trigger
        .refusal()
        .map(reason ->
            RefusalText.error(reason, trigger.available().orElse(0) > trigger.required().orElse(0))
                .text());
  }
}
