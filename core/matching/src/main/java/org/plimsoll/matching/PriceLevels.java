package org.plimsoll.matching;

import java.util.Arrays;
import org.plimsoll.units.Side;

/// The price levels of one side of an order book, each a queue of order slots, oldest first.
///
/// A tree over the digits of the price in base 64. A node has a place for each digit and a bit that
/// says whether it is used, so that a level and its neighbor are found in a few steps however many
/// levels there are, and however far they lie apart. The tree is only as high as prices differ: a
/// hundred thousand ticks from first to last are three nodes. Asks are kept by how far their price
/// is below the highest possible, so that on both sides the best level has the greatest key.
final class PriceLevels {
  /// No level, and no slot in one.
  static final int NONE = -1;

  private static final int BITS = 6;
  private static final int PLACES = 1 << BITS;
  private static final long DIGIT = PLACES - 1;
  private static final int KEY_BITS = 63;
  private static final int NODES_AT_FIRST = 4;
  private static final long NO_ORDERS = -1;

  private final Side side;

  /// By node: the places in use, by bit.
  private long[] used = new long[NODES_AT_FIRST];

  /// By node: the least key that it reaches.
  private long[] leastKeys = new long[NODES_AT_FIRST];

  /// By node: its place in the node above, or [#NONE] at the root; of a spare node the next spare.
  private int[] above = new int[NODES_AT_FIRST];

  /// By place: the node below, or at the bottom the first slot of a queue and, in the upper half,
  /// its last.
  private long[] cells = new long[NODES_AT_FIRST * PLACES];

  private int nodes;
  private int spare = NONE;
  private int root = NONE;
  private int height;
  private int best = NONE;

  PriceLevels(Side side) {
    this.side = side;
  }

  Side side() {
    return side;
  }

  /// Returns the level with the best price, or [#NONE].
  int best() {
    return best;
  }

  long price(int level) {
    return keyOrPrice(key(level));
  }

  int head(int level) {
    return (int) cells[level];
  }

  int tail(int level) {
    return (int) (cells[level] >> Integer.SIZE);
  }

  void setHead(int level, int slot) {
    setQueue(level, slot, tail(level));
  }

  void setTail(int level, int slot) {
    setQueue(level, head(level), slot);
  }

  /// Returns the level of a price. One that did not exist has no orders yet.
  int open(long price) {
    long key = keyOrPrice(price);
    int leaf = leafFor(key);
    int level = leaf << BITS | (int) (key & DIGIT);
    if ((used[leaf] & 1L << key) == 0) {
      used[leaf] |= 1L << key;
      cells[level] = NO_ORDERS;
      if (best == NONE || key > key(best)) {
        best = level;
      }
    }
    return level;
  }

  /// Returns the level whose price is the next worse one, or [#NONE].
  int worse(int level) {
    int place = level;
    for (int steps = 0; place != NONE; steps++) {
      int node = place >> BITS;
      long lower = used[node] & (1L << place) - 1;
      if (lower != 0) {
        return greatestUnder(node << BITS | highest(lower), steps);
      }
      place = above[node];
    }
    return NONE;
  }

  /// Takes out a level whose orders are gone.
  void close(int level) {
    if (level == best) {
      best = worse(level);
    }
    int place = level;
    while (place != NONE && leave(place)) {
      int node = place >> BITS;
      place = above[node];
      above[node] = spare;
      spare = node;
    }
    if (place == NONE) {
      root = NONE;
    } else {
      lowerRoot();
    }
  }

  /// Gives up a place.
  ///
  /// @return whether the node has no other in use
  private boolean leave(int place) {
    int node = place >> BITS;
    used[node] &= ~(1L << place);
    return used[node] == 0;
  }

  /// Ends the tree where it branches.
  private void lowerRoot() {
    while (height > 0 && Long.bitCount(used[root]) == 1) {
      int only = (int) cells[root << BITS | highest(used[root])];
      above[root] = spare;
      spare = root;
      root = only;
      above[root] = NONE;
      height--;
    }
  }

  private int greatestUnder(int place, int steps) {
    int at = place;
    for (int left = steps; left > 0; left--) {
      int node = (int) cells[at];
      at = node << BITS | highest(used[node]);
    }
    return at;
  }

  /// Returns the node at the bottom that reaches a key, and makes it and those above it if need be.
  private int leafFor(long key) {
    if (root == NONE) {
      height = 0;
      root = take(NONE, key, 0);
    }
    while (!reaches(key)) {
      raiseRoot();
    }
    int node = root;
    for (int steps = height; steps > 0; steps--) {
      long digit = key >>> (steps * BITS) & DIGIT;
      int place = node << BITS | (int) digit;
      if ((used[node] & 1L << digit) == 0) {
        int below = take(place, key, steps - 1);
        used[node] |= 1L << digit;
        cells[place] = below;
      }
      node = (int) cells[place];
    }
    return node;
  }

  private boolean reaches(long key) {
    int reach = (height + 1) * BITS;
    return reach >= KEY_BITS || (key ^ leastKeys[root]) >>> reach == 0;
  }

  private void raiseRoot() {
    int old = root;
    height++;
    root = take(NONE, leastKeys[old], height);
    int digit = (int) (leastKeys[old] >>> (height * BITS) & DIGIT);
    used[root] = 1L << digit;
    cells[root << BITS | digit] = old;
    above[old] = root << BITS | digit;
  }

  /// Returns an empty node.
  ///
  /// @param steps how far it is above the bottom
  private int take(int placeAbove, long key, int steps) {
    int node = spare;
    if (node == NONE) {
      node = nodes++;
      reserve();
    } else {
      spare = above[node];
    }
    int reach = (steps + 1) * BITS;
    used[node] = 0;
    leastKeys[node] = reach >= KEY_BITS ? 0 : key >>> reach << reach;
    above[node] = placeAbove;
    return node;
  }

  private void reserve() {
    if (nodes > used.length) {
      int capacity = used.length * 2;
      used = Arrays.copyOf(used, capacity);
      leastKeys = Arrays.copyOf(leastKeys, capacity);
      above = Arrays.copyOf(above, capacity);
      cells = Arrays.copyOf(cells, capacity * PLACES);
    }
  }

  private void setQueue(int level, int head, int tail) {
    cells[level] = (long) tail << Integer.SIZE | Integer.toUnsignedLong(head);
  }

  private long key(int level) {
    return leastKeys[level >> BITS] | (level & DIGIT);
  }

  /// Returns the key of a price, or the price of a key.
  private long keyOrPrice(long keyOrPrice) {
    return side == Side.BUY ? keyOrPrice : Long.MAX_VALUE - keyOrPrice;
  }

  private static int highest(long bits) {
    return KEY_BITS - Long.numberOfLeadingZeros(bits);
  }
}
