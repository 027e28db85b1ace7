package org.plimsoll.model;

import java.util.SortedSet;
import java.util.TreeSet;

/// What is due at the slow twin and when: a sorted set.
final class NaiveAgenda {
  /// Of two things due at the same instant the one that stands first here is done first.
  enum Work {
    SETTLEMENT,
    FUNDING,
    LENDING,
    WITHDRAWAL,
    QUOTE
  }

  /// Something that is due.
  record Due(long timeNs, Work work, long id) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      if (timeNs != other.timeNs) {
        return Long.compare(timeNs, other.timeNs);
      }
      return work != other.work ? work.compareTo(other.work) : Long.compare(id, other.id);
    }
  }

  final SortedSet<Due> dues = new TreeSet<>();
}
