package org.plimsoll.matching;

import java.util.Arrays;

/// The resting orders of each account in one doubly linked list, in the order in which they were
/// appended.
final class AccountLists {
  private static final int ACCOUNTS_AT_FIRST = 16;

  // The ends of an account's list, side by side.
  private static final int ENDS = 2;
  private static final int FIRST = 0;
  private static final int LAST = 1;

  private final RestingOrders orders;
  private int[] ends = new int[0];

  AccountLists(RestingOrders orders) {
    this.orders = orders;
    reach(ACCOUNTS_AT_FIRST - 1);
  }

  int first(int account) {
    int row = account * ENDS;
    return row < ends.length ? ends[row + FIRST] : RestingOrders.NONE;
  }

  void append(int account, int slot) {
    reach(account);
    int row = account * ENDS;
    int last = ends[row + LAST];
    orders.linkOfAccount(last, slot);
    orders.linkOfAccount(slot, RestingOrders.NONE);
    ends[row + LAST] = slot;
    if (last == RestingOrders.NONE) {
      ends[row + FIRST] = slot;
    }
  }

  void remove(int account, int slot) {
    int row = account * ENDS;
    int earlier = orders.previousOf(slot);
    int later = orders.nextOf(slot);
    orders.linkOfAccount(earlier, later);
    if (earlier == RestingOrders.NONE) {
      ends[row + FIRST] = later;
    }
    if (later == RestingOrders.NONE) {
      ends[row + LAST] = earlier;
    }
  }

  private void reach(int account) {
    int before = ends.length;
    int end = (account + 1) * ENDS;
    if (end > before) {
      ends = Arrays.copyOf(ends, Math.max(end, before * 2));
      Arrays.fill(ends, before, ends.length, RestingOrders.NONE);
    }
  }
}
