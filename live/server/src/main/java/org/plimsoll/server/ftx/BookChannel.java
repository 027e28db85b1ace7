package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plimsoll.server.http.Line;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The order book of one market as its subscribers have it: the best 100 levels of each side, and
/// no others, so that what is told makes every subscriber's book the same and its checksum hold. A
/// level that is pushed out of the 100 is told to be gone, and told again when it is back.
///
/// One thread publishes; any may add and remove lines.
final class BookChannel {
  private final String channel;
  private final String market;
  private final Grid grid;
  private final Function<Levels, Levels> shape;
  private final boolean hasChecksum;
  private final Set<Line> entering = new LinkedHashSet<>();
  private final Set<Line> inside = new LinkedHashSet<>();
  private Levels shown = new Levels(List.of(), List.of());

  /// Creates the channel of a market.
  ///
  /// @param grouping the step that prices are grouped by; empty for the book as it is
  BookChannel(String market, Grid grid, Optional<BigDecimal> grouping) {
    this.channel = grouping.isEmpty() ? "orderbook" : "orderbookGrouped";
    this.market = market;
    this.grid = grid;
    this.hasChecksum = grouping.isEmpty();
    this.shape =
        grouping.isEmpty()
            ? Function.identity()
            : levels -> GroupedLevels.of(levels, grouping.get(), grid);
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

  /// Tells what has changed, and all of it to those who have just come.
  synchronized void publish(Levels levels, long clockNs) {
    Levels now = shape.apply(levels);
    ArrayNode bids = changes(shown.bids(), now.bids());
    ArrayNode asks = changes(shown.asks(), now.asks());
    shown = now;
    if (!inside.isEmpty() && bids.size() + asks.size() > 0) {
      String update = frame("update", bids, asks, clockNs);
      inside.forEach(line -> line.send(update));
    }
    if (!entering.isEmpty()) {
      ObjectNode all = now.json(grid);
      String partial = frame("partial", all.withArray("bids"), all.withArray("asks"), clockNs);
      entering.forEach(line -> line.send(partial));
      inside.addAll(entering);
      entering.clear();
    }
  }

  private String frame(String action, ArrayNode bids, ArrayNode asks, long clockNs) {
    ObjectNode data = Json.object().put("time", Frames.time(clockNs));
    if (hasChecksum) {
      data.put("checksum", BookChecksum.of(shown, grid));
    }
    data.set("bids", bids);
    data.set("asks", asks);
    data.put("action", action);
    return Frames.data(action, channel, Optional.of(market), data);
  }

  private ArrayNode changes(List<Levels.Level> was, List<Levels.Level> is) {
    SortedMap<Long, Long> before = new TreeMap<>();
    was.forEach(level -> before.put(level.ticks(), level.lots()));
    List<Levels.Level> changed = new ArrayList<>();
    for (Levels.Level level : is) {
      Long lots = before.remove(level.ticks());
      if (lots == null || lots != level.lots()) {
        changed.add(level);
      }
    }
    before.keySet().forEach(ticks -> changed.add(new Levels.Level(ticks, 0)));
    return Levels.json(changed, grid);
  }
}
