package org.plimsoll.ecosystem.kernel;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The wake-ups to come, earliest first, those of one instant by agent: a binary heap in two
/// arrays.
final class Calendar {
  private static final int CAPACITY_AT_FIRST = 64;

  private long[] times = new long[CAPACITY_AT_FIRST];
  private int[] agents = new int[CAPACITY_AT_FIRST];
  private int size;
  private long nowNs;

  Calendar(long startNs) {
    nowNs = startNs;
  }

  long nowNs() {
    return nowNs;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Returns the earliest instant to come; there is one.
  long firstNs() {
    return times[0];
  }

  void add(long timeNs, int agent) {
    if (timeNs < nowNs) {
      throw new IllegalArgumentException(timeNs + " is before now, " + nowNs);
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      agents = Arrays.copyOf(agents, size * 2);
    }
    int place = size++;
    while (place > 0 && isBefore(timeNs, agent, (place - 1) >>> 1)) {
      move((place - 1) >>> 1, place);
      place = (place - 1) >>> 1;
    }
    set(place, timeNs, agent);
  }

  /// Goes to the first instant to come, takes one wake-up off, and returns whose it is.
  int next() {
    nowNs = times[0];
    int agent = agents[0];
    size--;
    sink(times[size], agents[size]);
    return agent;
  }

  /// Goes to an instant before which nothing is due.
  void goTo(long timeNs) {
    nowNs = timeNs;
  }

  void writeTo(StateSink sink) {
    sink.add(nowNs).add(size);
    for (int place = 0; place < size; place++) {
      sink.add(times[place]).add(agents[place]);
    }
  }

  void readFrom(StateSource source, int agentCount) {
    nowNs = source.number();
    int count = source.count();
    size = 0;
    for (int i = 0; i < count; i++) {
      add(source.within(nowNs, Long.MAX_VALUE), source.index(agentCount));
    }
  }

  /// Puts a wake-up where the first was, and lets it sink to its place.
  private void sink(long timeNs, int agent) {
    int place = 0;
    for (int child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(times[child + 1], agents[child + 1], child)) {
        child++;
      }
      if (!isBefore(times[child], agents[child], timeNs, agent)) {
        break;
      }
      move(child, place);
      place = child;
    }
    set(place, timeNs, agent);
  }

  private boolean isBefore(long timeNs, int agent, int place) {
    return isBefore(timeNs, agent, times[place], agents[place]);
  }

  private static boolean isBefore(long timeNs, int agent, long otherNs, int other) {
    return timeNs < otherNs || timeNs == otherNs && agent < other;
  }

  private void move(int from, int to) {
    set(to, times[from], agents[from]);
  }

  private void set(int place, long timeNs, int agent) {
    times[place] = timeNs;
    agents[place] = agent;
  }
}
