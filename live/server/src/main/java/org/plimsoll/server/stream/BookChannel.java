package org.plimsoll.server.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The order book of one market as its subscribers have it: the best 100 levels of each side, and
/// no others, so that what is told makes every subscriber's book the same. A level that is pushed
/// out of the 100 is told to be gone, and told again when it is back.
final class BookChannel extends Channel {
  private final BookWords words;
  private Levels shown = new Levels(List.of(), List.of());

  BookChannel(BookWords words) {
    this.words = words;
  }

  /// Tells what has changed, and all of it to those who have just come.
  synchronized void publish(Levels best, Seen seen) {
    Levels now = words.shown(best);
    Levels changed =
        new Levels(changes(shown.bids(), now.bids()), changes(shown.asks(), now.asks()));
    shown = now;
    if (!inside.isEmpty() && !changed.isEmpty()) {
      String update = words.changes(changed, shown, seen);
      inside.forEach(line -> line.send(update));
    }
    if (!entering.isEmpty()) {
      String all = words.all(shown, seen);
      entering.forEach(line -> line.send(all));
      inside.addAll(entering);
      entering.clear();
    }
  }

  private static List<Levels.Level> changes(List<Levels.Level> was, List<Levels.Level> is) {
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
    return changed;
  }
}
