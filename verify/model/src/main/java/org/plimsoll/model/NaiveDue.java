package org.plimsoll.model;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;

/// What is due at the slow twin, and when: a sorted set.
final class NaiveDue {
  private static final int SETTLEMENT = 0;
  private static final int FUNDING = 1;
  private static final long HALF_A_MINUTE = 30_000_000_000L;
  private static final long HOUR = 120 * HALF_A_MINUTE;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final SortedSet<Entry> entries = new TreeSet<>();

  NaiveDue(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
  }

  private record Entry(long time, int rank, int id) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return Comparator.comparingLong(Entry::time)
          .thenComparingInt(Entry::rank)
          .thenComparingInt(Entry::id)
          .compare(this, other);
    }
  }

  void onFutureListed(int market, boolean isPerpetual) {
    entries.add(new Entry(next(HALF_A_MINUTE), SETTLEMENT, market));
    if (isPerpetual) {
      entries.add(new Entry(next(HOUR), FUNDING, market));
    }
  }

  void checkCaughtUp() {
    boolean isBehind = !entries.isEmpty() && entries.first().time() <= state.clock;
    Refused.unless(
        !isBehind, RefusalReason.CATCHING_UP, state.clock, isBehind ? entries.first().time() : 0);
  }

  /// Does at most so many steps of what is due.
  void catchUp(int steps, List<Event> events) {
    for (int i = 0; i < steps && !entries.isEmpty() && entries.first().time() <= state.clock; i++) {
      Entry entry = entries.removeFirst();
      boolean settles = entry.rank() == SETTLEMENT;
      DueWork work = settles ? DueWork.SETTLEMENT : DueWork.FUNDING;
      events.add(new ClockEvent.DueWorkBegan(work, entry.id(), entry.time()));
      if (settles) {
        futures.settle(entry.id(), events);
      } else {
        futures.fund(entry.id(), events);
      }
      entries.add(new Entry(next(settles ? HALF_A_MINUTE : HOUR), entry.rank(), entry.id()));
    }
  }

  private long next(long period) {
    return (Math.floorDiv(state.clock, period) + 1) * period;
  }
}
