package org.plimsoll.ecosystem.kernel;

import java.util.Arrays;

/// Wake-ups that are not near yet, in no order within a bucket: as many stretches of time of equal
/// length as there are wake-ups, and a pile of those that come after the last stretch. When all
/// stretches have passed, the pile is dealt out over new ones. So a wake-up costs the same however
/// many there are; those that crowd into one stretch are merely not helped.
final class WakeUpBuckets {
  private static final int NONE = -1;
  private static final int CAPACITY_AT_FIRST = 64;
  private static final long LOWER_HALF = 0xFFFF_FFFFL;
  private static final long UPPER_HALF = ~LOWER_HALF;

  /// Each wake-up in two numbers side by side, to be in one place in memory: when; and whose, with
  /// the next of its bucket.
  private long[] nodes = new long[CAPACITY_AT_FIRST * 2];

  private int[] heads = new int[CAPACITY_AT_FIRST];
  private int used;
  private int free = NONE;
  private int size;

  private int stretches;
  private int passed;
  private int shift;
  private long startNs = Long.MIN_VALUE;
  private long endNs = Long.MIN_VALUE;

  private int pile = NONE;
  private int piled;
  private long pileFromNs = Long.MAX_VALUE;
  private long pileToNs = Long.MIN_VALUE;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    used = 0;
    free = NONE;
    size = 0;
    stretches = 0;
    passed = 0;
    startNs = Long.MIN_VALUE;
    endNs = Long.MIN_VALUE;
    emptyPile();
  }

  /// Takes a wake-up, unless it is in a stretch that has passed already.
  ///
  /// @return whether it was taken
  boolean take(long timeNs, int agent) {
    if (timeNs < endNs) {
      long stretch = (timeNs - startNs) >> shift;
      if (stretch < passed) {
        return false;
      }
      heads[(int) stretch] = node(timeNs, agent, heads[(int) stretch]);
    } else {
      pile = node(timeNs, agent, pile);
      count(timeNs);
    }
    size++;
    return true;
  }

  /// Lets stretches pass until one has given something to a heap; there is something.
  void pass(WakeUpHeap heap) {
    while (heap.isEmpty()) {
      if (passed == stretches) {
        deal();
      }
      int node = heads[passed++];
      while (node != NONE) {
        heap.add(timeNs(node), agent(node));
        int next = next(node);
        link(node, free);
        free = node;
        size--;
        node = next;
      }
    }
  }

  void addAllTo(WakeUpHeap heap) {
    for (int stretch = passed; stretch < stretches; stretch++) {
      addTo(heap, heads[stretch]);
    }
    addTo(heap, pile);
  }

  private void addTo(WakeUpHeap heap, int first) {
    for (int node = first; node != NONE; node = next(node)) {
      heap.add(timeNs(node), agent(node));
    }
  }

  /// Deals the pile out over stretches that are as short as their number allows.
  private void deal() {
    int most = Integer.highestOneBit(Math.max(1, piled)) << 1;
    heads = most <= heads.length ? heads : new int[most];
    long span = pileToNs - pileFromNs;
    shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span / most));
    stretches = (int) (span >> shift) + 1;
    passed = 0;
    startNs = pileFromNs;
    endNs = pileToNs + 1;
    Arrays.fill(heads, 0, stretches, NONE);
    int node = pile;
    emptyPile();
    while (node != NONE) {
      int next = next(node);
      int stretch = (int) ((timeNs(node) - startNs) >> shift);
      link(node, heads[stretch]);
      heads[stretch] = node;
      node = next;
    }
  }

  private void count(long timeNs) {
    piled++;
    pileFromNs = Math.min(pileFromNs, timeNs);
    pileToNs = Math.max(pileToNs, timeNs);
  }

  private void emptyPile() {
    pile = NONE;
    piled = 0;
    pileFromNs = Long.MAX_VALUE;
    pileToNs = Long.MIN_VALUE;
  }

  private int node(long timeNs, int agent, int next) {
    int node = free;
    if (node == NONE) {
      node = used++;
      if (node * 2 == nodes.length) {
        nodes = Arrays.copyOf(nodes, node * 4);
      }
    } else {
      free = next(node);
    }
    nodes[node * 2] = timeNs;
    nodes[node * 2 + 1] = (long) agent << Integer.SIZE;
    link(node, next);
    return node;
  }

  private long timeNs(int node) {
    return nodes[node * 2];
  }

  private int agent(int node) {
    return (int) (nodes[node * 2 + 1] >>> Integer.SIZE);
  }

  private int next(int node) {
    return (int) nodes[node * 2 + 1];
  }

  private void link(int node, int next) {
    nodes[node * 2 + 1] = (nodes[node * 2 + 1] & UPPER_HALF) | (next & LOWER_HALF);
  }
}
