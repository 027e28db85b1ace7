package org.plimsoll.matching;

import java.util.Arrays;
import org.plimsoll.units.LongIntMap;

/// Finds a resting order by its number.
///
/// Orders get their numbers one after the other, so the slots of some numbers in a row stand in one
/// page: a new order is put beside the last one, which the processor still has at hand. There is a
/// page only where an order of its numbers rests.
final class OrderNumbers {
  private static final int NUMBER_BITS = 6;
  private static final int NUMBERS = 1 << NUMBER_BITS;
  private static final long LAST = NUMBERS - 1;
  private static final int PAGES_AT_FIRST = 4;
  private static final int NONE = -1;

  private final LongIntMap pages = new LongIntMap(PAGES_AT_FIRST);

  /// By page, then by number: one more than the slot, or 0.
  private int[] slots = new int[PAGES_AT_FIRST * NUMBERS];

  /// By page: how many of its orders rest; of a spare page the next spare.
  private int[] counts = new int[PAGES_AT_FIRST];

  private int used;
  private int spare = NONE;

  /// Returns the slot of an order, or [RestingOrders#NONE].
  int find(long order) {
    int page = pages.get(key(order));
    return page == LongIntMap.MISSING ? RestingOrders.NONE : slots[place(page, order)] - 1;
  }

  /// Adds an order that is not there.
  void add(long order, int slot) {
    int page = pages.get(key(order));
    if (page == LongIntMap.MISSING) {
      page = open();
      pages.put(key(order), page);
    }
    slots[place(page, order)] = slot + 1;
    counts[page]++;
  }

  /// Takes out an order that is there.
  void remove(long order) {
    int page = pages.get(key(order));
    slots[place(page, order)] = 0;
    counts[page]--;
    if (counts[page] == 0) {
      pages.remove(key(order));
      counts[page] = spare;
      spare = page;
    }
  }

  private int open() {
    int page = spare;
    if (page == NONE) {
      page = used++;
      reserve();
    } else {
      spare = counts[page];
    }
    counts[page] = 0;
    return page;
  }

  private void reserve() {
    if (used > counts.length) {
      counts = Arrays.copyOf(counts, counts.length * 2);
      slots = Arrays.copyOf(slots, slots.length * 2);
    }
  }

  private static long key(long order) {
    return (order >>> NUMBER_BITS) + 1;
  }

  private static int place(int page, long order) {
    return page << NUMBER_BITS | (int) (order & LAST);
  }
}
