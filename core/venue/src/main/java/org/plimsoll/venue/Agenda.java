package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What is due when, ordered by time, then by rank, then by id: a binary heap in parallel arrays.
///
/// Nothing here depends on the order of insertion, since no two entries are alike: the same work
/// with the same id is never on the agenda twice.
final class Agenda {
  private static final int CAPACITY_AT_FIRST = 16;
  private static final DueWork[] WORK = DueWork.values();

  private long[] dues = new long[CAPACITY_AT_FIRST];
  private int[] ranks = new int[CAPACITY_AT_FIRST];
  private long[] ids = new long[CAPACITY_AT_FIRST];
  private int size;

  void add(long dueNs, DueWork work, long id) {
    if (size == dues.length) {
      grow();
    }
    int child = size++;
    while (child > 0 && isBefore(dueNs, work.ordinal(), id, (child - 1) >>> 1)) {
      copy((child - 1) >>> 1, child);
      child = (child - 1) >>> 1;
    }
    set(child, dueNs, work.ordinal(), id);
  }

  /// Returns whether something is due at `timeNs` or earlier.
  boolean isDue(long timeNs) {
    return size > 0 && dues[0] <= timeNs;
  }

  /// Returns when the first entry is due.
  long dueNs() {
    return dues[0];
  }

  /// Returns what the first entry is.
  DueWork work() {
    return WORK[ranks[0]];
  }

  /// Returns the id of the first entry.
  long id() {
    return ids[0];
  }

  /// Takes the first entry off.
  void remove() {
    removeAt(0);
  }

  /// Takes an entry off, wherever it stands.
  ///
  /// @throws IllegalStateException if it is not there
  void remove(long dueNs, DueWork work, long id) {
    for (int entry = 0; entry < size; entry++) {
      if (dues[entry] == dueNs && ranks[entry] == work.ordinal() && ids[entry] == id) {
        removeAt(entry);
        return;
      }
    }
    throw new IllegalStateException(work + " " + id + " is not due at " + dueNs);
  }

  /// Closes the gap that an entry leaves with the last one, which sinks or rises to its place.
  private void removeAt(int entry) {
    size--;
    int parent = entry;
    for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      boolean rightIsFirst =
          child + 1 < size && isBefore(dues[child + 1], ranks[child + 1], ids[child + 1], child);
      int first = rightIsFirst ? child + 1 : child;
      if (!isBefore(dues[first], ranks[first], ids[first], size)) {
        break;
      }
      copy(first, parent);
      parent = first;
    }
    int gap = parent;
    while (gap > 0 && isBefore(dues[size], ranks[size], ids[size], (gap - 1) >>> 1)) {
      copy((gap - 1) >>> 1, gap);
      gap = (gap - 1) >>> 1;
    }
    copy(size, gap);
  }

  /// Adds every entry to `sink`, the first one first.
  void writeTo(StateSink sink) {
    Agenda rest = new Agenda();
    rest.dues = dues.clone();
    rest.ranks = ranks.clone();
    rest.ids = ids.clone();
    rest.size = size;
    sink.add(size);
    while (rest.size > 0) {
      sink.add(rest.dueNs()).add(rest.ranks[0]).add(rest.id());
      rest.remove();
    }
  }

  void readFrom(StateSource source) {
    int count = source.count();
    for (int entry = 0; entry < count; entry++) {
      long dueNs = source.number();
      DueWork work = source.oneOf(WORK);
      long id = source.within(0, Long.MAX_VALUE);
      source.require(
          size == 0 || !isBefore(dueNs, work.ordinal(), id, size - 1), "what is due is in order");
      add(dueNs, work, id);
    }
  }

  private boolean isBefore(long dueNs, int rank, long id, int entry) {
    if (dueNs != dues[entry]) {
      return dueNs < dues[entry];
    }
    return rank != ranks[entry] ? rank < ranks[entry] : id < ids[entry];
  }

  private void copy(int from, int to) {
    set(to, dues[from], ranks[from], ids[from]);
  }

  private void set(int entry, long dueNs, int rank, long id) {
    dues[entry] = dueNs;
    ranks[entry] = rank;
    ids[entry] = id;
  }

  private void grow() {
    int capacity = size * 2;
    dues = Arrays.copyOf(dues, capacity);
    ranks = Arrays.copyOf(ranks, capacity);
    ids = Arrays.copyOf(ids, capacity);
  }
}
