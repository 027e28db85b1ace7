package org.plimsoll.matching;

import java.util.Arrays;
import org.plimsoll.units.Side;

/// The price levels of one side, in one sorted array with the best price last, so that what happens
/// near the best price moves little memory. A level is a queue of order slots, oldest first.
final class PriceLevels {
  private static final int CAPACITY_AT_FIRST = 16;

  private final Side side;
  private long[] prices = new long[CAPACITY_AT_FIRST];
  private int[] heads = new int[CAPACITY_AT_FIRST];
  private int[] tails = new int[CAPACITY_AT_FIRST];
  private int count;

  PriceLevels(Side side) {
    this.side = side;
  }

  Side side() {
    return side;
  }

  /// The level with the best price, or -1.
  int best() {
    return count - 1;
  }

  long price(int level) {
    return prices[level];
  }

  int head(int level) {
    return heads[level];
  }

  int tail(int level) {
    return tails[level];
  }

  void setHead(int level, int slot) {
    heads[level] = slot;
  }

  void setTail(int level, int slot) {
    tails[level] = slot;
  }

  /// Returns the level of `price`, or `-1 - position` where it would be inserted.
  int find(long price) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (prices[middle] == price) {
        return middle;
      }
      if (isWorse(prices[middle], price)) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low;
  }

  /// Opens a level that holds one order.
  void insert(int level, long price, int slot) {
    if (count == prices.length) {
      grow();
    }
    int behind = count - level;
    System.arraycopy(prices, level, prices, level + 1, behind);
    System.arraycopy(heads, level, heads, level + 1, behind);
    System.arraycopy(tails, level, tails, level + 1, behind);
    prices[level] = price;
    heads[level] = slot;
    tails[level] = slot;
    count++;
  }

  void remove(int level) {
    int behind = count - level - 1;
    System.arraycopy(prices, level + 1, prices, level, behind);
    System.arraycopy(heads, level + 1, heads, level, behind);
    System.arraycopy(tails, level + 1, tails, level, behind);
    count--;
  }

  private boolean isWorse(long price, long than) {
    return side == Side.BUY ? price < than : price > than;
  }

  private void grow() {
    prices = Arrays.copyOf(prices, count * 2);
    heads = Arrays.copyOf(heads, count * 2);
    tails = Arrays.copyOf(tails, count * 2);
  }
}
