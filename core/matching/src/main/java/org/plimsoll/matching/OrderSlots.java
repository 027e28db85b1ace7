package org.plimsoll.matching;

import java.util.Arrays;
import org.plimsoll.units.Side;

/// The resting orders as parallel arrays, linked into queues by slot number. A freed slot is used
/// again first, so the arrays grow only with the number of orders that rest at once.
final class OrderSlots {
  /// No slot.
  static final int NONE = -1;

  private static final int CAPACITY_AT_FIRST = 64;

  private long[] orders = new long[CAPACITY_AT_FIRST];
  private int[] accounts = new int[CAPACITY_AT_FIRST];
  private long[] prices = new long[CAPACITY_AT_FIRST];
  private long[] leaves = new long[CAPACITY_AT_FIRST];
  private int[] next = new int[CAPACITY_AT_FIRST];
  private int[] previous = new int[CAPACITY_AT_FIRST];
  private boolean[] buys = new boolean[CAPACITY_AT_FIRST];
  private int used;
  private int free = NONE;

  int take(long order, int account, Side side, long price, long leavesLots) {
    int slot = free;
    if (slot == NONE) {
      slot = used++;
      reserve();
    } else {
      free = next[slot];
    }
    orders[slot] = order;
    accounts[slot] = account;
    prices[slot] = price;
    leaves[slot] = leavesLots;
    buys[slot] = side == Side.BUY;
    next[slot] = NONE;
    previous[slot] = NONE;
    return slot;
  }

  void give(int slot) {
    next[slot] = free;
    free = slot;
  }

  long order(int slot) {
    return orders[slot];
  }

  int account(int slot) {
    return accounts[slot];
  }

  Side side(int slot) {
    return buys[slot] ? Side.BUY : Side.SELL;
  }

  long price(int slot) {
    return prices[slot];
  }

  long leaves(int slot) {
    return leaves[slot];
  }

  void reduce(int slot, long lots) {
    leaves[slot] -= lots;
  }

  int next(int slot) {
    return next[slot];
  }

  int previous(int slot) {
    return previous[slot];
  }

  /// Makes two slots neighbors; [#NONE] stands for the end of the queue on that side.
  void link(int earlier, int later) {
    if (earlier != NONE) {
      next[earlier] = later;
    }
    if (later != NONE) {
      previous[later] = earlier;
    }
  }

  private void reserve() {
    if (used > orders.length) {
      int capacity = orders.length * 2;
      orders = Arrays.copyOf(orders, capacity);
      accounts = Arrays.copyOf(accounts, capacity);
      prices = Arrays.copyOf(prices, capacity);
      leaves = Arrays.copyOf(leaves, capacity);
      next = Arrays.copyOf(next, capacity);
      previous = Arrays.copyOf(previous, capacity);
      buys = Arrays.copyOf(buys, capacity);
    }
  }
}
