package org.plimsoll.bench.orders;

import java.util.Arrays;

/// Which orders of a stream rest, so that one can be drawn in a step.
final class LiveOrders {
  private int[] live = new int[16];
  private int[] positions = new int[16];
  private int count;

  int count() {
    return count;
  }

  /// Returns the order at a position of 0 to before [#count].
  int at(int position) {
    return live[position];
  }

  void add(int order) {
    if (count == live.length) {
      live = Arrays.copyOf(live, count * 2);
    }
    if (order >= positions.length) {
      positions = Arrays.copyOf(positions, Math.max(order + 1, positions.length * 2));
    }
    live[count] = order;
    positions[order] = count++;
  }

  void remove(int order) {
    int position = positions[order];
    int last = live[--count];
    live[position] = last;
    positions[last] = position;
  }
}
