package org.plimsoll.ecosystem.audit;

/// Small numbers that were marked since the list was emptied, each once, in the order of marking.
final class MarkedList {
  private final boolean[] isMarked;
  private final int[] marked;
  private int size;

  /// Creates an empty list of numbers from 0 to below `bound`.
  MarkedList(int bound) {
    isMarked = new boolean[bound];
    marked = new int[bound];
  }

  void mark(int number) {
    if (!isMarked[number]) {
      isMarked[number] = true;
      marked[size++] = number;
    }
  }

  int size() {
    return size;
  }

  int get(int place) {
    return marked[place];
  }

  void clear() {
    while (size > 0) {
      isMarked[marked[--size]] = false;
    }
  }
}
