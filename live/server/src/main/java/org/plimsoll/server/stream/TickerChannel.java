package org.plimsoll.server.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.server.http.Line;

/// The best prices of one market and its last one, as its subscribers have them.
final class TickerChannel {
  private final TickerWords words;
  private final Set<Line> entering = new LinkedHashSet<>();
  private final Set<Line> inside = new LinkedHashSet<>();
  private Best shown = new Best(new Levels.Level(0, 0), new Levels.Level(0, 0), 0);

  private record Best(Levels.Level bid, Levels.Level ask, long lastTicks) {}

  TickerChannel(TickerWords words) {
    this.words = words;
  }

  /// Adds a line, and says so to it before it hears anything.
  synchronized void add(Line line, String first) {
    line.send(first);
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
