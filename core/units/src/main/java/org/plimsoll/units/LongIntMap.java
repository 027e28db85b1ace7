package org.plimsoll.units;

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

  /// Keys at even places, each with its value behind it, so that both lie in one cache line.
  private long[] entries;

  private int mask;
  private int size;
  private int shift;

  /// Creates an empty map with room for about `expected` entries before it grows.
  public LongIntMap(int expected) {
    int capacity = Math.max(8, Integer.highestOneBit(Math.max(1, expected) * 2 - 1) << 1);
    entries = new long[capacity * 2];
    mask = capacity - 1;
    shift = 64 - Integer.numberOfTrailingZeros(capacity);
  }

  /// Returns the number of entries.
  public int size() {
    return size;
  }

  /// Returns the value of `key`, or [#MISSING].
  public int get(long key) {
    int slot = slotOf(key);
    return key(slot) == key && key != FREE ? value(slot) : MISSING;
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
    if (key(slot) == FREE) {
      size++;
    }
    set(slot, key, value);
    if (size * 2 > mask) {
      grow();
    }
  }

  /// Removes `key` and returns its value, or [#MISSING].
  public int remove(long key) {
    int slot = slotOf(key);
    if (key == FREE || key(slot) != key) {
      return MISSING;
    }
    int removed = value(slot);
    closeGap(slot);
    size--;
    return removed;
  }

  private void closeGap(int gap) {
    int free = gap;
    for (int next = (free + 1) & mask; key(next) != FREE; next = (next + 1) & mask) {
      int home = home(key(next));
      boolean movable = ((next - home) & mask) >= ((next - free) & mask);
      if (movable) {
        set(free, key(next), value(next));
        free = next;
      }
    }
    entries[free * 2] = FREE;
  }

  private int slotOf(long key) {
    int slot = home(key);
    while (key(slot) != FREE && key(slot) != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private long key(int slot) {
    return entries[slot * 2];
  }

  private int value(int slot) {
    return (int) entries[slot * 2 + 1];
  }

  private void set(int slot, long key, int value) {
    entries[slot * 2] = key;
    entries[slot * 2 + 1] = value;
  }

  private int home(long key) {
    return (int) ((key * SPREAD) >>> shift);
  }

  private void grow() {
    long[] old = entries;
    entries = new long[old.length * 2];
    mask = old.length - 1;
    shift--;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != FREE) {
        set(slotOf(old[i]), old[i], (int) old[i + 1]);
      }
    }
  }
}
