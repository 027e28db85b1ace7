package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.venue.VenueSnapshot.Reason;
import org.plimsoll.venue.VenueSnapshot.Refused;

/// What comes before the state in a snapshot: numbers of four and eight bytes, the lowest byte
/// first, at fixed places (docs/reference/snapshots.md).
final class SnapshotHeader {
  /// How many bytes the header has.
  static final int LENGTH = 68;

  private static final int FORMAT = 1;

  /// The letters `PLIMSNAP`, the first one in the lowest byte.
  private static final long MAGIC = 0x5041_4E53_4D49_4C50L;

  private static final int AT_FORMAT = 8;
  private static final int AT_LIMITS = 12;
  private static final int AT_RULES = 40;
  private static final int AT_SEQUENCE = 44;
  private static final int AT_HASH = 52;
  private static final int AT_LENGTH = 60;

  private final byte[] bytes;

  SnapshotHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  static void write(byte[] bytes, VenueState state, long hash) {
    put(bytes, 0, Long.BYTES, MAGIC);
    put(bytes, AT_FORMAT, Integer.BYTES, FORMAT);
    int[] limits = numbers(state.limits);
    for (int i = 0; i < limits.length; i++) {
      put(bytes, AT_LIMITS + i * Integer.BYTES, Integer.BYTES, limits[i]);
    }
    put(bytes, AT_RULES, Integer.BYTES, state.rules.version());
    put(bytes, AT_SEQUENCE, Long.BYTES, state.sequence);
    put(bytes, AT_HASH, Long.BYTES, hash);
    put(bytes, AT_LENGTH, Long.BYTES, bytes.length - LENGTH);
  }

  /// Returns why a snapshot cannot be used under `limits`, as far as its header tells, or null.
  @Nullable Refused refusal(Limits limits) {
    if (bytes.length < LENGTH || get(0, Long.BYTES) != MAGIC) {
      return new Refused(Reason.NOT_A_SNAPSHOT, "this is no snapshot of a venue");
    }
    long format = get(AT_FORMAT, Integer.BYTES);
    if (format != FORMAT) {
      return new Refused(
          Reason.UNKNOWN_VERSION,
          "the snapshot has format " + format + ", and this is known: " + FORMAT);
    }
    int[] numbers = numbers(limits);
    for (int i = 0; i < numbers.length; i++) {
      if (get(AT_LIMITS + i * Integer.BYTES, Integer.BYTES) != numbers[i]) {
        return new Refused(Reason.OTHER_LIMITS, "the snapshot was taken under other limits");
      }
    }
    long length = get(AT_LENGTH, Long.BYTES);
    if (length != bytes.length - LENGTH) {
      return new Refused(
          Reason.WRONG_LENGTH,
          "the header tells of " + length + " bytes, and there are " + (bytes.length - LENGTH));
    }
    return null;
  }

  long hash() {
    return get(AT_HASH, Long.BYTES);
  }

  /// Returns whether this is the header of a snapshot of `state`.
  boolean isOf(VenueState state) {
    return get(AT_RULES, Integer.BYTES) == state.rules.version()
        && get(AT_SEQUENCE, Long.BYTES) == state.sequence
        && hash() == state.hash();
  }

  private static int[] numbers(Limits limits) {
    return new int[] {
      limits.assetsMax(),
      limits.accountsMax(),
      limits.custodyMax(),
      limits.marketsMax(),
      limits.clientsMax(),
      limits.ordersPerAccountMax(),
      limits.stepsPerCommandMax()
    };
  }

  private long get(int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static void put(byte[] bytes, int at, int count, long value) {
    for (int i = 0; i < count; i++) {
      bytes[at + i] = (byte) (value >> (i * Byte.SIZE));
    }
  }
}
