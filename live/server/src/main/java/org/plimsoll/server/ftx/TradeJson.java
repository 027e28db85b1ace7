package org.plimsoll.server.ftx;

import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.store.Kept;
import tools.jackson.databind.node.ObjectNode;

/// A trade, as anybody may see it.
final class TradeJson {
  private TradeJson() {}

  static ObjectNode of(Kept.Trade trade, Traded market) {
    ObjectNode json = Json.object().put("id", trade.id());
    json.put("price", market.grid().price(trade.priceTicks()));
    json.put("size", market.grid().size(trade.quantityLots()));
    json.put("side", OrderJson.side(trade.takerSide())).put("liquidation", trade.isLiquidation());
    return json.put("time", Times.iso(trade.timeNs()));
  }
}
