package org.plimsoll.server.ftx;

import java.util.Optional;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.stream.Levels.Level;
import org.plimsoll.server.stream.Seen;
import org.plimsoll.server.stream.TickerWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The best prices of a market as this dialect tells them. Clients take a `partial` for an order
/// book, so all of it is told as updates.
record FtxTicker(Traded market) implements TickerWords {
  @Override
  public String ticker(Level bid, Level ask, long lastTicks, Seen seen) {
    ObjectNode data = Json.object();
    data.set("bid", price(bid.ticks()));
    data.set("ask", price(ask.ticks()));
    data.put("bidSize", market.grid().size(bid.lots()));
    data.put("askSize", market.grid().size(ask.lots()));
    data.set("last", price(lastTicks));
    data.put("time", Frames.time(seen.clockNs()));
    return Frames.data("update", "ticker", Optional.of(market.name()), data);
  }

  private JsonNode price(long ticks) {
    return Json.number(ticks == 0 ? null : market.grid().price(ticks));
  }
}
