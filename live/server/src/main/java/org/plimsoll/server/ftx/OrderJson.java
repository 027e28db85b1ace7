package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Locale;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.OrderStatus;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;
import tools.jackson.databind.node.ObjectNode;

/// An order. There is no status for one that was canceled: it is closed with less filled than it
/// asked for, and nothing remains of it.
final class OrderJson {
  private OrderJson() {}

  /// Returns an order as it is by now.
  static ObjectNode of(Kept.Order order, Traded market) {
    return json(order, market, order.status() == OrderStatus.OPEN ? "open" : "closed");
  }

  /// Returns an order as it was accepted, before anything came of it.
  static ObjectNode accepted(Kept.Order order, Traded market) {
    return json(order, market, "new");
  }

  private static ObjectNode json(Kept.Order order, Traded market, String status) {
    Grid grid = market.grid();
    long remaining = status.equals("closed") ? 0 : order.quantityLots() - order.filledLots();
    ObjectNode json = Json.object().put("id", order.id());
    json.put("clientId", order.clientText().orElse(null));
    json.put("market", market.name()).put("future", market.isFuture() ? market.name() : null);
    json.put("type", order.isMarket() ? "market" : "limit").put("side", side(order.side()));
    json.set("price", Json.number(order.isMarket() ? null : grid.price(order.priceTicks())));
    json.put("size", grid.size(order.quantityLots())).put("status", status);
    json.put("filledSize", grid.size(order.filledLots()));
    json.put("remainingSize", grid.size(remaining));
    json.set("avgFillPrice", Json.number(order.filledLots() == 0 ? null : average(order, grid)));
    json.put("reduceOnly", order.isReduceOnly());
    json.put("ioc", !order.timeInForce().mayRest());
    json.put("postOnly", order.timeInForce() == TimeInForce.POST_ONLY);
    json.put("liquidation", order.isLiquidation());
    return json.put("createdAt", Times.iso(order.timeNs()));
  }

  static BigDecimal average(Kept.Order order, Grid grid) {
    BigDecimal cost = BigDecimal.valueOf(order.costTickLots()).multiply(grid.tick());
    return Numbers.quotient(cost, BigDecimal.valueOf(order.filledLots()));
  }

  static String side(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
