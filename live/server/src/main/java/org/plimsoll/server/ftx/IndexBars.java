package org.plimsoll.server.ftx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The history of an index as bars of 15 seconds for a day, of 15 minutes for two months and of a
/// day for ten years. A bar is made when the index is told, and lasts until it is told again.
final class IndexBars {
  private final List<Ring> rings =
      List.of(new Ring(86_400, 3_650), new Ring(900, 5_760), new Ring(15, 5_760));

  /// A bar.
  ///
  /// @param openE9 the first price in it, billionths
  record Bar(long startNs, long openE9, long highE9, long lowE9, long closeE9) {
    Bar with(long priceE9) {
      return new Bar(startNs, openE9, Math.max(highE9, priceE9), Math.min(lowE9, priceE9), priceE9);
    }

    Bar with(Bar later) {
      return new Bar(
          startNs,
          openE9,
          Math.max(highE9, later.highE9),
          Math.min(lowE9, later.lowE9),
          later.closeE9);
    }
  }

  void add(long timeNs, long priceE9) {
    rings.forEach(ring -> ring.add(timeNs, priceE9));
  }

  /// Returns bars of a multiple of 15 seconds that begin in a time, oldest first.
  List<Bar> between(long fromNs, long toNs, int seconds) {
    Ring ring = ring(seconds);
    List<Bar> bars = new ArrayList<>();
    for (Bar bar : ring.bars) {
      long startNs = start(bar.startNs, seconds);
      if (startNs < fromNs || startNs > toNs) {
        continue;
      }
      boolean isSame = !bars.isEmpty() && bars.getLast().startNs == startNs;
      if (isSame) {
        bars.add(bars.removeLast().with(bar));
      } else {
        bars.add(new Bar(startNs, bar.openE9, bar.highE9, bar.lowE9, bar.closeE9));
      }
    }
    return bars;
  }

  /// Returns the last price before an instant, or nothing if none is remembered.
  Optional<Long> before(long timeNs, int seconds) {
    return ring(seconds).bars.stream()
        .filter(bar -> bar.startNs < timeNs)
        .reduce((_, later) -> later)
        .map(Bar::closeE9);
  }

  private Ring ring(int seconds) {
    return rings.stream().filter(each -> seconds % each.seconds == 0).findFirst().orElseThrow();
  }

  private static long start(long timeNs, int seconds) {
    return timeNs - Math.floorMod(timeNs, seconds * Times.NANOS_PER_SECOND);
  }

  private static final class Ring {
    private final Deque<Bar> bars = new ArrayDeque<>();
    private final int seconds;
    private final int capacity;

    Ring(int seconds, int capacity) {
      this.seconds = seconds;
      this.capacity = capacity;
    }

    void add(long timeNs, long priceE9) {
      long startNs = start(timeNs, seconds);
      if (!bars.isEmpty() && bars.getLast().startNs == startNs) {
        bars.add(bars.removeLast().with(priceE9));
        return;
      }
      bars.add(new Bar(startNs, priceE9, priceE9, priceE9, priceE9));
      if (bars.size() > capacity) {
        bars.removeFirst();
      }
    }
  }
}
