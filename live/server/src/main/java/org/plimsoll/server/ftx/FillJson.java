package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.ftx.Catalog.Coins;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.store.Kept;
import tools.jackson.databind.node.ObjectNode;

/// One side of a trade, as its owner sees it.
final class FillJson {
  private FillJson() {}

  /// @param feeAsset what the fee was paid in
  static ObjectNode of(Kept.Fill fill, Traded market, DefineAsset feeAsset) {
    Grid grid = market.grid();
    ObjectNode json = Json.object().put("id", fill.id());
    json.put("market", market.name()).put("future", market.isFuture() ? market.name() : null);
    Optional<Coins> coins = market.coins();
    json.put("baseCurrency", coins.map(Coins::base).orElse(null));
    json.put("quoteCurrency", coins.map(Coins::quote).orElse(null));
    json.put("type", fill.isLiquidation() ? "liquidation" : "order");
    json.put("side", OrderJson.side(fill.side()));
    json.put("price", grid.price(fill.priceTicks())).put("size", grid.size(fill.quantityLots()));
    BigDecimal fee = Numbers.scaled(fill.fee(), feeAsset.decimals());
    json.put("fee", fee).put("feeRate", rate(fill, grid, fee));
    json.put("feeCurrency", feeAsset.code());
    json.put("liquidity", fill.isMaker() ? "maker" : "taker");
    json.put("orderId", fill.order()).put("tradeId", fill.trade());
    return json.put("time", Times.iso(fill.timeNs()));
  }

  private static BigDecimal rate(Kept.Fill fill, Grid grid, BigDecimal fee) {
    BigDecimal price = grid.price(fill.priceTicks());
    BigDecimal paidFor = price.multiply(grid.size(fill.quantityLots()));
    return paidFor.signum() == 0 ? BigDecimal.ZERO : Numbers.quotient(fee, paidFor);
  }
}
