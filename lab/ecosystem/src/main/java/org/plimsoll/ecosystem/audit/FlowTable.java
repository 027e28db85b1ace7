package org.plimsoll.ecosystem.audit;

import java.math.BigInteger;
import java.util.Arrays;
import org.plimsoll.units.LongIntMap;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What went from one party to another for a cause, less what came back for it, in the finest unit
/// of value. Only pairs that have met take room.
final class FlowTable {
  private static final int PARTY_BITS = 28;
  private static final int CAUSE_SHIFT = 2 * PARTY_BITS;
  private static final long PARTY = (1L << PARTY_BITS) - 1;
  private static final int PAIRS_AT_FIRST = 64;

  private LongIntMap places = new LongIntMap(PAIRS_AT_FIRST);
  private final WideTable sums = new WideTable();
  private long[] keys = new long[PAIRS_AT_FIRST];
  private int size;

  /// The pair that met last: both halves of a trade come one after the other.
  private long lastKey;

  private int lastPlace;

  void add(int cause, int from, int to, WideProduct value) {
    if (from < to) {
      sums.add(place(key(cause, from, to)), value);
    } else {
      sums.subtract(place(key(cause, to, from)), value);
    }
  }

  int size() {
    return size;
  }

  int cause(int place) {
    return (int) (keys[place] >>> CAUSE_SHIFT) - 1;
  }

  int from(int place) {
    return (int) ((keys[place] >>> PARTY_BITS) & PARTY);
  }

  int to(int place) {
    return (int) (keys[place] & PARTY);
  }

  /// Returns what went from the one to the other, negative where more came back.
  BigInteger value(int place) {
    return sums.get(place);
  }

  void writeTo(StateSink sink) {
    sink.add(size);
    for (int place = 0; place < size; place++) {
      sink.add(keys[place]);
    }
    sums.writeTo(sink, size);
  }

  void readFrom(StateSource source) {
    places = new LongIntMap(PAIRS_AT_FIRST);
    size = 0;
    lastKey = 0;
    int count = source.count();
    for (int i = 0; i < count; i++) {
      source.require(place(source.within(1, Long.MAX_VALUE)) == i, "a pair of parties comes once");
    }
    sums.readFrom(source, count);
  }

  private static long key(int cause, int from, int to) {
    return ((cause + 1L) << CAUSE_SHIFT) | ((long) from << PARTY_BITS) | to;
  }

  private int place(long key) {
    if (key != lastKey) {
      lastPlace = find(key);
      lastKey = key;
    }
    return lastPlace;
  }

  private int find(long key) {
    int place = places.get(key);
    if (place == LongIntMap.MISSING) {
      place = size++;
      places.put(key, place);
      keys = place < keys.length ? keys : Arrays.copyOf(keys, place * 2);
      keys[place] = key;
    }
    return place;
  }
}
