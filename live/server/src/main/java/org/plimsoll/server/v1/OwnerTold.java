package org.plimsoll.server.v1;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.stream.OwnerWords;

/// Orders and fills as this dialect tells their owner of them.
record OwnerTold(Catalog catalog) implements OwnerWords {
  @Override
  public String order(Kept.Order order, long sequence) {
    Listed market = catalog.market(order.market());
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("order", order.id());
    tree.put("client_id", order.clientText().orElse(null));
    tree.put("status", word(order.status()));
    tree.put("canceled_by", order.cancelCause().map(OwnerTold::word).orElse(null));
    tree.put("market", market.name());
    tree.put("side", word(order.side()));
    tree.put("price", order.isMarket() ? null : market.price(order.priceTicks()));
    tree.put("size", market.size(order.quantityLots()));
    tree.put("filled", market.size(order.filledLots()));
    tree.put("time_in_force", word(order.timeInForce()));
    tree.put("reduce_only", order.isReduceOnly());
    tree.put("liquidation", order.isLiquidation());
    tree.put("time", time(order.timeNs()));
    return Frames.data("update", "orders", sequence, tree);
  }

  @Override
  public String fill(Kept.Fill fill, long sequence) {
    Listed market = catalog.market(fill.market());
    DefineAsset feeAsset = catalog.asset(fill.feeAsset());
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("fill", fill.id());
    tree.put("trade", fill.trade());
    tree.put("order", fill.order());
    tree.put("market", market.name());
    tree.put("side", word(fill.side()));
    tree.put("price", market.price(fill.priceTicks()));
    tree.put("size", market.size(fill.quantityLots()));
    tree.put("maker", fill.isMaker());
    tree.put("fee", Decimals.of(fill.fee(), feeAsset.decimals()));
    tree.put("fee_asset", feeAsset.code());
    tree.put("liquidation", fill.isLiquidation());
    tree.put("time", time(fill.timeNs()));
    return Frames.data("update", "fills", sequence, tree);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String time(long timeNs) {
    return Instant.ofEpochSecond(0, timeNs).toString();
  }
}
