package org.plimsoll.server.solvency;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.PriceEvent.MarkPriceSet;
import org.plimsoll.solvency.book.Interval;

/// How much each asset's mark moves in a day: the standard deviation of the log returns of hours,
/// over the last seven days, times the square root of 24.
final class DailyMoves {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int HOURS = 7 * 24;
  private static final int HOURS_MIN = 24;

  private final SortedMap<Integer, Deque<Hour>> hours = new TreeMap<>();

  private record Hour(long number, long markE9) {}

  /// Adds what an event says: the last mark of an hour counts.
  void on(Event event, long clockNs) {
    if (event instanceof MarkPriceSet mark && mark.priceE9() > 0) {
      Deque<Hour> kept = hours.computeIfAbsent(mark.asset(), _ -> new ArrayDeque<>());
      long number = clockNs / HOUR_NS;
      if (!kept.isEmpty() && kept.getLast().number() == number) {
        kept.removeLast();
      }
      kept.add(new Hour(number, mark.priceE9()));
      while (kept.getFirst().number() < number - HOURS) {
        kept.removeFirst();
      }
    }
  }

  /// Returns the deviation as a fraction; unknown where there are less than a day's hours.
  Interval daily(int asset) {
    Deque<Hour> kept = hours.getOrDefault(asset, new ArrayDeque<>());
    if (kept.size() <= HOURS_MIN) {
      return Interval.UNKNOWN;
    }
    double sum = 0;
    double squares = 0;
    long last = kept.getFirst().markE9();
    for (Hour hour : kept) {
      double move = StrictMath.log((double) hour.markE9() / last);
      sum += move;
      squares += move * move;
      last = hour.markE9();
    }
    int moves = kept.size() - 1;
    double variance = Math.max(0, (squares - sum * sum / moves) / (moves - 1));
    return Interval.exactly(new BigDecimal(Double.toString(Math.sqrt(24 * variance))));
  }
}
