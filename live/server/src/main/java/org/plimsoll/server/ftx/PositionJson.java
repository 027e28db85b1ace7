package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.venue.PositionStanding;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// A position in a future.
final class PositionJson {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private PositionJson() {}

  /// Returns whether there is anything to show.
  static boolean isThere(PositionStanding standing) {
    return standing.lots() != 0 || standing.buyLots() != 0 || standing.sellLots() != 0;
  }

  /// @param withAverages whether to show how the position came to be
  static ObjectNode of(
      VenueView view,
      ListFuture future,
      PositionStanding standing,
      PositionStory story,
      boolean withAverages) {
    Grid grid = Grid.of(view, future);
    int decimals = view.asset(0).decimals();
    long lots = standing.lots();
    BigDecimal net = grid.size(lots);
    ObjectNode json = Json.object().put("future", future.name());
    json.put("size", net.abs()).put("netSize", net).put("side", lots < 0 ? "sell" : "buy");
    addOrders(json, standing, grid);
    BigDecimal cost = Numbers.scaled(standing.cost(), decimals);
    json.put("cost", cost);
    json.set("entryPrice", Json.number(lots == 0 ? null : Numbers.quotient(cost, net)));
    json.put("unrealizedPnl", Numbers.scaled(standing.unrealized(), decimals));
    json.put("realizedPnl", Numbers.plain(story.realized()));
    addMargin(json, standing, decimals);
    if (withAverages) {
      BigDecimal mark = grid.price(view.futureMarkTicks(future.market()));
      addAverages(json, story, grid, net, mark);
    }
    return json;
  }

  private static void addOrders(ObjectNode json, PositionStanding standing, Grid grid) {
    long lots = standing.lots();
    long open = Math.max(Math.abs(lots + standing.buyLots()), Math.abs(lots - standing.sellLots()));
    json.put("openSize", grid.size(open));
    json.put("longOrderSize", grid.size(standing.buyLots()));
    json.put("shortOrderSize", grid.size(standing.sellLots()));
  }

  /// The requirements are shown as parts of the notional, as the old exchange did.
  private static void addMargin(ObjectNode json, PositionStanding standing, int decimals) {
    json.put(
        "initialMarginRequirement",
        fraction(standing.initialRequirement(), standing.openNotional()));
    json.put("maintenanceMarginRequirement", fraction(standing.maintenance(), standing.notional()));
    json.put("collateralUsed", Numbers.scaled(standing.initialRequirement(), decimals));
    var price = standing.liquidationPriceE9();
    json.set(
        "estimatedLiquidationPrice",
        Json.number(price.isEmpty() ? null : Numbers.e9(price.getAsLong())));
  }

  private static void addAverages(
      ObjectNode json, PositionStory story, Grid grid, BigDecimal net, BigDecimal mark) {
    boolean isOpen = story.lots() != 0;
    json.set(
        "recentAverageOpenPrice",
        Json.number(isOpen ? Numbers.quotient(story.openCost(), net.abs()) : null));
    json.set(
        "recentBreakEvenPrice", Json.number(isOpen ? Numbers.quotient(story.spent(), net) : null));
    json.set("recentPnl", number(isOpen, net.multiply(mark).subtract(story.spent())));
    json.set("cumulativeBuySize", number(isOpen, grid.size(story.boughtLots())));
    json.set("cumulativeSellSize", number(isOpen, grid.size(story.soldLots())));
  }

  private static tools.jackson.databind.JsonNode number(boolean isThere, BigDecimal number) {
    @Nullable BigDecimal shown = isThere ? Numbers.plain(number) : null;
    return Json.number(shown);
  }

  private static BigDecimal fraction(long requirement, long notional) {
    return notional == 0
        ? ZERO
        : Numbers.quotient(BigDecimal.valueOf(requirement), BigDecimal.valueOf(notional));
  }
}
