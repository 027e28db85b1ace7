package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.stream.BookWords;
import org.plimsoll.server.stream.Levels;
import org.plimsoll.server.stream.Seen;
import tools.jackson.databind.node.ObjectNode;

/// The order book of a market as this dialect tells it.
///
/// @param grouping the step that prices are grouped by; empty for the book as it is, which has a
///   checksum
record FtxBook(Traded market, Optional<BigDecimal> grouping) implements BookWords {
  @Override
  public Levels shown(Levels best) {
    return grouping.isEmpty() ? best : GroupedLevels.of(best, grouping.get(), market.grid());
  }

  @Override
  public String all(Levels shown, Seen seen) {
    return frame("partial", shown, shown, seen);
  }

  @Override
  public String changes(Levels changed, Levels shown, Seen seen) {
    return frame("update", changed, shown, seen);
  }

  private String frame(String action, Levels told, Levels shown, Seen seen) {
    ObjectNode data = Json.object().put("time", Frames.time(seen.clockNs()));
    if (grouping.isEmpty()) {
      data.put("checksum", BookChecksum.of(shown, market.grid()));
    }
    data.setAll(LevelsJson.of(told, market.grid()));
    data.put("action", action);
    return Frames.data(
        action,
        grouping.isEmpty() ? "orderbook" : "orderbookGrouped",
        Optional.of(market.name()),
        data);
  }
}
