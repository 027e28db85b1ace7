package org.plimsoll.bench.orders;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Which orders of a stream rest, so that one can be drawn in a step, and in which order they came
/// to rest or were changed last.
final class LiveOrders {
  private static final double AGE_MEAN = 1_000;
  private static final double YOUNG_SHARE = .9;
  private static final int TRIES = 8;

  private int[] live = new int[16];
  private int[] positions = new int[16];
  private int count;
  private int[] lately = new int[16];
  private int said;

  int count() {
    return count;
  }

  /// Draws one of the orders that rest, of which there is one at least.
  int draw(OrderDraw draw, SplittableRandom random) {
    boolean isYoung = draw == OrderDraw.MOSTLY_YOUNG && random.nextDouble() < YOUNG_SHARE;
    for (int tries = 0; isYoung && tries < TRIES; tries++) {
      int age = (int) (-StrictMath.log(1 - random.nextDouble()) * AGE_MEAN);
      int order = lately[Math.max(0, said - 1 - age)];
      if (rests(order)) {
        return order;
      }
    }
    return live[random.nextInt(count)];
  }

  private boolean rests(int order) {
    return positions[order] < count && live[positions[order]] == order;
  }

  void add(int order) {
    if (count == live.length) {
      live = Arrays.copyOf(live, count * 2);
    }
    if (order >= positions.length) {
      positions = Arrays.copyOf(positions, Math.max(order + 1, positions.length * 2));
    }
    if (said == lately.length) {
      lately = Arrays.copyOf(lately, said * 2);
    }
    live[count] = order;
    positions[order] = count++;
    lately[said++] = order;
  }

  void remove(int order) {
    int position = positions[order];
    int last = live[--count];
    live[position] = last;
    positions[last] = position;
  }
}
