package org.plimsoll.ecosystem.kernel;

import java.util.Arrays;

/// Wake-ups, earliest first, those of one instant by agent: a binary heap in two arrays.
final class WakeUpHeap {
  private static final int CAPACITY_AT_FIRST = 64;

  private long[] times = new long[CAPACITY_AT_FIRST];
  private int[] agents = new int[CAPACITY_AT_FIRST];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /// Returns when the first is; there is one.
  long firstNs() {
    return times[0];
  }

  /// Returns whose the first is; there is one.
  int firstAgent() {
    return agents[0];
  }

  void clear() {
    size = 0;
  }

  void add(long timeNs, int agent) {
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

  /// Takes the first away.
  void removeFirst() {
    size--;
    sink(times[size], agents[size]);
  }

  void addAllTo(WakeUpHeap other) {
    for (int place = 0; place < size; place++) {
      other.add(times[place], agents[place]);
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
    return timeNs < otherNs || (timeNs == otherNs && agent < other);
  }

  private void move(int from, int to) {
    set(to, times[from], agents[from]);
  }

  private void set(int place, long timeNs, int agent) {
    times[place] = timeNs;
    agents[place] = agent;
  }
}
