package org.plimsoll.matching;

import java.util.Arrays;

/// Slots in one doubly linked list for each account, in the order in which they were appended.
final class AccountLists {
  private static final int ACCOUNTS_AT_FIRST = 16;

  private int[] firsts = noSlots(ACCOUNTS_AT_FIRST);
  private int[] lasts = noSlots(ACCOUNTS_AT_FIRST);
  private int[] next;
  private int[] previous;

  AccountLists(int slots) {
    next = new int[slots];
    previous = new int[slots];
  }

  int first(int account) {
    return account < firsts.length ? firsts[account] : RestingOrders.NONE;
  }

  int next(int slot) {
    return next[slot];
  }

  void append(int account, int slot) {
    if (account >= firsts.length) {
      growAccounts(account);
    }
    int last = lasts[account];
    next[slot] = RestingOrders.NONE;
    previous[slot] = last;
    lasts[account] = slot;
    if (last == RestingOrders.NONE) {
      firsts[account] = slot;
    } else {
      next[last] = slot;
    }
  }

  void remove(int account, int slot) {
    int earlier = previous[slot];
    int later = next[slot];
    if (earlier == RestingOrders.NONE) {
      firsts[account] = later;
    } else {
      next[earlier] = later;
    }
    if (later == RestingOrders.NONE) {
      lasts[account] = earlier;
    } else {
      previous[later] = earlier;
    }
  }

  void growTo(int slots) {
    next = Arrays.copyOf(next, slots);
    previous = Arrays.copyOf(previous, slots);
  }

  private void growAccounts(int account) {
    int before = firsts.length;
    int rows = Math.max(account + 1, before * 2);
    firsts = Arrays.copyOf(firsts, rows);
    lasts = Arrays.copyOf(lasts, rows);
    Arrays.fill(firsts, before, rows, RestingOrders.NONE);
    Arrays.fill(lasts, before, rows, RestingOrders.NONE);
  }

  private static int[] noSlots(int accounts) {
    int[] slots = new int[accounts];
    Arrays.fill(slots, RestingOrders.NONE);
    return slots;
  }
}
