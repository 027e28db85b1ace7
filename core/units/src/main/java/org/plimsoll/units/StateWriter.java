package org.plimsoll.units;

import java.util.Arrays;

/// Keeps a state as bytes, with its fingerprint.
///
/// A number is 1 to 10 bytes, so that small ones of either sign are short: its sign goes to the
/// lowest bit (0, -1, 1, -2 become 0, 1, 2, 3), and each byte holds seven bits, the lowest first,
/// with the top bit set where more follow.
public final class StateWriter implements StateSink {
  private static final int CAPACITY_AT_FIRST = 1_024;
  private static final int NUMBER_MAX = 10;
  private static final int LENGTH_MAX = Integer.MAX_VALUE - 8;
  private static final int MORE = 0x80;

  private final StateHash hash = new StateHash();
  private byte[] bytes;
  private int length;

  /// Creates a writer that leaves room for `header` bytes before the first number.
  public StateWriter(int header) {
    bytes = new byte[header + CAPACITY_AT_FIRST];
    length = header;
  }

  @Override
  public StateWriter add(long value) {
    hash.add(value);
    if (length > bytes.length - NUMBER_MAX) {
      grow();
    }
    long left = value << 1 ^ value >> 63;
    while (left >>> 7 != 0) {
      bytes[length++] = (byte) (left | MORE);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
    return this;
  }

  /// Returns the fingerprint of what was added so far.
  public long hash() {
    return hash.value();
  }

  /// Returns what was added so far, behind the room for a header.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void grow() {
    Invariant.check(length <= LENGTH_MAX - NUMBER_MAX, "a state fits one array", length, 0);
    bytes = Arrays.copyOf(bytes, (int) Math.min(LENGTH_MAX, bytes.length * 2L));
  }
}
