package org.plimsoll.matching;

import java.util.Arrays;

/// The resting orders of each account in one doubly linked list, in the order in which they were
/// appended.
final class AccountLists {
  private static final int ACCOUNTS_AT_FIRST = 16;

  private final RestingOrders orders;
  private int[] firsts = noSlots(ACCOUNTS_AT_FIRST);
  private int[] lasts = noSlots(ACCOUNTS_AT_FIRST);

  AccountLists(RestingOrders orders) {
    this.orders = orders;
  }

  int first(int account) {
    return account < firsts.length ? firsts[account] : RestingOrders.NONE;
  }

  void append(int account, int slot) {
    if (account >= firsts.length) {
      growAccounts(account);
    }
    int last = lasts[account];
    orders.linkOfAccount(last, slot);
    orders.linkOfAccount(slot, RestingOrders.NONE);
    lasts[account] = slot;
    if (last == RestingOrders.NONE) {
      firsts[account] = slot;
    }
  }

  void remove(int account, int slot) {
    int earlier = orders.previousOf(slot);
    int later = orders.nextOf(slot);
    orders.linkOfAccount(earlier, later);
    if (earlier == RestingOrders.NONE) {
      firsts[account] = later;
    }
    if (later == RestingOrders.NONE) {
      lasts[account] = earlier;
    }
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
