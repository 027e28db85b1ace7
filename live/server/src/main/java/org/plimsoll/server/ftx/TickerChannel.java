package org.plimsoll.server.ftx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.http.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The best prices of one market and its last one, as its subscribers have them. Clients take a
/// `partial` for an order book, so all of it is told as updates.
final class TickerChannel {
  private final Traded market;
  private final Set<Line> entering = new LinkedHashSet<>();
  private final Set<Line> inside = new LinkedHashSet<>();
  private Best shown = new Best(new Levels.Level(0, 0), new Levels.Level(0, 0), 0);

  private record Best(Levels.Level bid, Levels.Level ask, long lastTicks) {}

  TickerChannel(Traded market) {
    this.market = market;
  }

  synchronized void add(Line line) {
    entering.add(line);
  }

  synchronized void remove(Line line) {
    entering.remove(line);
    inside.remove(line);
  }

  synchronized boolean isWanted() {
    return !entering.isEmpty() || !inside.isEmpty();
  }

  synchronized boolean hasEntering() {
    return !entering.isEmpty();
  }

  synchronized void publish(Levels levels, long lastTicks, long clockNs) {
    Best now = new Best(best(levels.bids()), best(levels.asks()), lastTicks);
    Set<Line> told = now.equals(shown) ? entering : inside;
    shown = now;
    inside.addAll(entering);
    if (!told.isEmpty()) {
      String frame = frame(clockNs);
      told.forEach(line -> line.send(frame));
    }
    entering.clear();
  }

  private static Levels.Level best(List<Levels.Level> side) {
    return side.isEmpty() ? new Levels.Level(0, 0) : side.getFirst();
  }

  private String frame(long clockNs) {
    ObjectNode data = Json.object();
    data.set("bid", price(shown.bid().ticks()));
    data.set("ask", price(shown.ask().ticks()));
    data.put("bidSize", market.grid().size(shown.bid().lots()));
    data.put("askSize", market.grid().size(shown.ask().lots()));
    data.set("last", price(shown.lastTicks()));
    data.put("time", Frames.time(clockNs));
    return Frames.data("update", "ticker", Optional.of(market.name()), data);
  }

  private JsonNode price(long ticks) {
    return Json.number(ticks == 0 ? null : market.grid().price(ticks));
  }
}
