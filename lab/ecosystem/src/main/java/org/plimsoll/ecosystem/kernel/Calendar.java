package org.plimsoll.ecosystem.kernel;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The wake-ups to come, earliest first, those of one instant by agent. The few that are near are
/// in a heap, the others wait in buckets: a ladder queue (Tang, Goh and Thng 2005) of one rung.
final class Calendar {
  private final WakeUpHeap near = new WakeUpHeap();
  private final WakeUpBuckets later = new WakeUpBuckets();
  private long nowNs;

  Calendar(long startNs) {
    nowNs = startNs;
  }

  long nowNs() {
    return nowNs;
  }

  boolean isEmpty() {
    return near.isEmpty() && later.isEmpty();
  }

  /// Returns the earliest instant to come; there is one.
  long firstNs() {
    if (near.isEmpty()) {
      later.pass(near);
    }
    return near.firstNs();
  }

  void add(long timeNs, int agent) {
    if (timeNs < nowNs) {
      throw new IllegalArgumentException(timeNs + " is before now, " + nowNs);
    }
    if (!later.take(timeNs, agent)) {
      near.add(timeNs, agent);
    }
  }

  /// Goes to the first instant to come, takes one wake-up off, and returns whose it is.
  int next() {
    nowNs = firstNs();
    int agent = near.firstAgent();
    near.removeFirst();
    return agent;
  }

  /// Goes to an instant before which nothing is due.
  void goTo(long timeNs) {
    nowNs = timeNs;
  }

  /// Tells what is to come in its order, which says nothing of how it is kept.
  void writeTo(StateSink sink) {
    WakeUpHeap all = new WakeUpHeap();
    near.addAllTo(all);
    later.addAllTo(all);
    sink.add(nowNs);
    while (!all.isEmpty()) {
      sink.add(1).add(all.firstNs()).add(all.firstAgent());
      all.removeFirst();
    }
    sink.add(0);
  }

  void readFrom(StateSource source, int agentCount) {
    near.clear();
    later.clear();
    nowNs = source.number();
    while (source.flag()) {
      add(source.within(nowNs, Long.MAX_VALUE), source.index(agentCount));
    }
  }
}
