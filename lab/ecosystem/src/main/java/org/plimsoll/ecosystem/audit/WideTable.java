package org.plimsoll.ecosystem.audit;

import java.math.BigInteger;
import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Sums of 128 bits by number, all 0 at first. Upper and lower halves lie side by side.
final class WideTable {
  private static final int PLACES_AT_FIRST = 64;

  private long[] halves = new long[PLACES_AT_FIRST * 2];

  void add(int place, WideProduct value) {
    reach(place);
    long before = halves[place * 2 + 1];
    long after = before + value.low();
    long carry = Long.compareUnsigned(after, before) < 0 ? 1 : 0;
    halves[place * 2 + 1] = after;
    halves[place * 2] = Math.addExact(halves[place * 2], value.high() + carry);
  }

  void subtract(int place, WideProduct value) {
    reach(place);
    long before = halves[place * 2 + 1];
    long borrow = Long.compareUnsigned(before, value.low()) < 0 ? 1 : 0;
    halves[place * 2 + 1] = before - value.low();
    halves[place * 2] = Math.subtractExact(halves[place * 2], value.high() + borrow);
  }

  /// Returns a sum.
  BigInteger get(int place) {
    if (place * 2 >= halves.length) {
      return BigInteger.ZERO;
    }
    long low = halves[place * 2 + 1];
    BigInteger sum =
        BigInteger.valueOf(halves[place * 2]).shiftLeft(Long.SIZE).add(BigInteger.valueOf(low));
    return low < 0 ? sum.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : sum;
  }

  void writeTo(StateSink sink, int places) {
    reach(places);
    sink.addSparse(halves, places * 2);
  }

  void readFrom(StateSource source, int places) {
    reach(places);
    Arrays.fill(halves, 0);
    source.sparse(halves, places * 2);
  }

  private void reach(int place) {
    if (place * 2 >= halves.length) {
      halves = Arrays.copyOf(halves, place * 4);
    }
  }
}
