package org.plimsoll.server.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.stream.BookWords;
import org.plimsoll.server.stream.Levels;
import org.plimsoll.server.stream.Seen;
import org.plimsoll.server.stream.TapeWords;

/// Trades and the order book of a market as this dialect tells them.
record MarketWords(Listed market) implements BookWords, TapeWords {
  @Override
  public String all(Levels shown, Seen seen) {
    return Frames.data("snapshot", "book", market, seen.sequence(), levels(shown));
  }

  @Override
  public String changes(Levels changed, Levels shown, Seen seen) {
    return Frames.data("update", "book", market, seen.sequence(), levels(changed));
  }

  @Override
  public String trades(List<Kept.Trade> trades, long sequence) {
    return Frames.data(
        "update", "trades", market, sequence, trades.stream().map(this::trade).toList());
  }

  private Map<String, Object> levels(Levels levels) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("bids", side(levels.bids()));
    tree.put("asks", side(levels.asks()));
    return tree;
  }

  private List<List<String>> side(List<Levels.Level> side) {
    return side.stream()
        .map(level -> List.of(market.price(level.ticks()), market.size(level.lots())))
        .toList();
  }

  private Map<String, @Nullable Object> trade(Kept.Trade trade) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("trade", trade.id());
    tree.put("side", OwnerTold.word(trade.takerSide()));
    tree.put("price", market.price(trade.priceTicks()));
    tree.put("size", market.size(trade.quantityLots()));
    tree.put("liquidation", trade.isLiquidation());
    tree.put("time", OwnerTold.time(trade.timeNs()));
    return tree;
  }
}
