package org.plimsoll.solvency.cascade;

/// The order of positive numbers from the largest down, by a radix sort of their bits: a million
/// numbers with their places would otherwise cost more to sort than to cascade through.
final class DescendingOrder {
  private static final int DIGIT_BITS = 16;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int MASK = DIGITS - 1;

  private DescendingOrder() {}

  /// The places of the values, largest value first, equal ones as they came.
  ///
  /// @param values positive; their bits then sort as they do
  static int[] of(double[] values) {
    int[] places = new int[values.length];
    for (int place = 0; place < places.length; place++) {
      places[place] = place;
    }
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      places = sortedByDigit(values, places, shift);
    }
    return places;
  }

  private static int[] sortedByDigit(double[] values, int[] places, int shift) {
    int[] next = new int[DIGITS + 1];
    for (double value : values) {
      next[digit(value, shift) + 1]++;
    }
    for (int digit = 1; digit < next.length; digit++) {
      next[digit] += next[digit - 1];
    }
    int[] sorted = new int[places.length];
    for (int place : places) {
      sorted[next[digit(values[place], shift)]++] = place;
    }
    return sorted;
  }

  /// Turned over, so that the largest comes first.
  private static int digit(double value, int shift) {
    return (int) (~Double.doubleToRawLongBits(value) >>> shift) & MASK;
  }
}
