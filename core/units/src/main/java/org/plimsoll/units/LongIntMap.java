package org.plimsoll.units;

import java.util.Arrays;

/// A map from positive `long` keys to `int` values that never boxes and never leaves tombstones.
///
/// Open addressing with linear probing; a removal shifts the entries behind it back, so that any
/// number of insertions and removals leaves the map as fast as a new one. It is never iterated:
/// nothing of the core may depend on hash order.
public final class LongIntMap {
  /// What [#get] returns for a key that is not there.
  public static final int MISSING = -1;

  private static final long FREE = 0;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys;
  private int[] values;
  private int size;
  private int shift;

  /// Creates an empty map with room for about `expected` entries before it grows.
  public LongIntMap(int expected) {
    int capacity = Math.max(8, Integer.highestOneBit(Math.max(1, expected) * 2 - 1) << 1);
    keys = new long[capacity];
    values = new int[capacity];
    shift = 64 - Integer.numberOfTrailingZeros(capacity);
  }

  /// Returns the number of entries.
  public int size() {
    return size;
  }

  /// Returns the value of `key`, or [#MISSING].
  public int get(long key) {
    int slot = slotOf(key);
    return keys[slot] == key && key != FREE ? values[slot] : MISSING;
  }

  /// Sets the value of `key`.
  ///
  /// @param key positive
  /// @param value not negative
  public void put(long key, int value) {
    if (key <= 0 || value < 0) {
      throw new IllegalArgumentException("key " + key + " and value " + value + " out of range");
    }
    int slot = slotOf(key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /// Removes `key` and returns its value, or [#MISSING].
  public int remove(long key) {
    int slot = slotOf(key);
    if (key == FREE || keys[slot] != key) {
      return MISSING;
    }
    int removed = values[slot];
    closeGap(slot);
    size--;
    return removed;
  }

  private void closeGap(int gap) {
    int mask = keys.length - 1;
    int free = gap;
    for (int next = (free + 1) & mask; keys[next] != FREE; next = (next + 1) & mask) {
      int home = home(keys[next]);
      boolean movable = ((next - home) & mask) >= ((next - free) & mask);
      if (movable) {
        keys[free] = keys[next];
        values[free] = values[next];
        free = next;
      }
    }
    keys[free] = FREE;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = home(key);
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int home(long key) {
    return (int) ((key * SPREAD) >>> shift);
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = Arrays.copyOf(oldValues, oldValues.length * 2);
    shift--;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
