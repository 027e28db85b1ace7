package org.plimsoll.server.stream;

import java.util.List;
import java.util.Set;
import org.plimsoll.server.http.Line;

/// The best prices of one market and its last one, as its subscribers have them.
final class TickerChannel extends Channel {
  private final TickerWords words;
  private Best shown = new Best(new Levels.Level(0, 0), new Levels.Level(0, 0), 0);

  private record Best(Levels.Level bid, Levels.Level ask, long lastTicks) {}

  TickerChannel(TickerWords words) {
    this.words = words;
  }

  synchronized void publish(Levels levels, long lastTicks, Seen seen) {
    Best now = new Best(best(levels.bids()), best(levels.asks()), lastTicks);
    Set<Line> told = now.equals(shown) ? entering : inside;
    shown = now;
    inside.addAll(entering);
    if (!told.isEmpty()) {
      String message = words.ticker(now.bid(), now.ask(), lastTicks, seen);
      told.forEach(line -> line.send(message));
    }
    entering.clear();
  }

  private static Levels.Level best(List<Levels.Level> side) {
    return side.isEmpty() ? new Levels.Level(0, 0) : side.getFirst();
  }
}
