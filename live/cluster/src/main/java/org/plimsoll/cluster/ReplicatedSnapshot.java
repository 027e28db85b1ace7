package org.plimsoll.cluster;

import java.util.Optional;
import org.plimsoll.units.MalformedState;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;
import org.plimsoll.venue.VenueSnapshot;

/// Everything that is replicated, as bytes: a header, the venue's own snapshot, and what belongs to
/// the clients and nodes (docs/reference/cluster.md).
final class ReplicatedSnapshot {
  /// How many bytes the header has.
  static final int HEADER = 40;

  /// The version that is written here.
  static final int FORMAT = 1;

  /// The letters `PLIMCLUS`, the first one in the lowest byte.
  private static final long MAGIC = 0x5355_4C43_4D49_4C50L;

  private static final int AT_FORMAT = 8;
  private static final int AT_VENUE_LENGTH = 16;
  private static final int AT_REST_LENGTH = 24;
  private static final int AT_HASH = 32;

  private ReplicatedSnapshot() {}

  /// Returns a snapshot between two messages.
  static byte[] of(ReplicatedVenue replicated) {
    byte[] venue = VenueSnapshot.of(replicated.venue());
    StateWriter rest = new StateWriter(0);
    replicated.writeTo(rest);
    byte[] others = rest.toBytes();
    byte[] bytes = new byte[HEADER + venue.length + others.length];
    put(bytes, 0, MAGIC);
    put(bytes, AT_FORMAT, FORMAT);
    put(bytes, AT_VENUE_LENGTH, venue.length);
    put(bytes, AT_REST_LENGTH, others.length);
    put(bytes, AT_HASH, replicated.hash());
    System.arraycopy(venue, 0, bytes, HEADER, venue.length);
    System.arraycopy(others, 0, bytes, HEADER + venue.length, others.length);
    return bytes;
  }

  /// Returns how many bytes a snapshot has that begins with these, if they are a whole header.
  static Optional<Long> length(byte[] bytes, int length) {
    return length < HEADER
        ? Optional.empty()
        : Optional.of(HEADER + get(bytes, AT_VENUE_LENGTH) + get(bytes, AT_REST_LENGTH));
  }

  /// Restores what was replicated.
  ///
  /// @param empty one with an empty venue, for how it is set up
  /// @param bytes a snapshot and nothing else
  /// @throws SnapshotRefusal if they are none that can be used here
  static ReplicatedVenue restore(ReplicatedVenue empty, byte[] bytes) throws SnapshotRefusal {
    require(bytes.length >= HEADER && get(bytes, 0) == MAGIC, "it is no snapshot of a cluster");
    long format = get(bytes, AT_FORMAT);
    require(format == FORMAT, "it has format " + format + ", and this is known: " + FORMAT);
    long venueLength = get(bytes, AT_VENUE_LENGTH);
    long restLength = get(bytes, AT_REST_LENGTH);
    require(
        venueLength >= 0 && restLength >= 0 && bytes.length - HEADER - venueLength == restLength,
        "its header tells of "
            + venueLength
            + " and "
            + restLength
            + " bytes, and there are "
            + (bytes.length - HEADER));
    byte[] venueBytes = new byte[(int) venueLength];
    System.arraycopy(bytes, HEADER, venueBytes, 0, venueBytes.length);
    Effects effects = new Effects();
    ReplicatedVenue replicated =
        switch (VenueSnapshot.restore(empty.limits(), effects, venueBytes)) {
          case VenueSnapshot.Restored it -> empty.with(it.venue(), effects);
          case VenueSnapshot.Refused it -> throw new SnapshotRefusal(it.why());
        };
    try {
      StateSource source = new StateSource(bytes, HEADER + venueBytes.length);
      replicated.readFrom(source);
      source.require(source.isAtEnd(), "nothing is left over");
    } catch (MalformedState e) {
      throw new SnapshotRefusal("it is no state of a cluster: " + e.getMessage());
    }
    require(replicated.hash() == get(bytes, AT_HASH), "it has been damaged: its hash differs");
    return replicated;
  }

  private static void require(boolean holds, String why) throws SnapshotRefusal {
    if (!holds) {
      throw new SnapshotRefusal(why);
    }
  }

  private static long get(byte[] bytes, int at) {
    long value = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static void put(byte[] bytes, int at, long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[at + i] = (byte) (value >> (i * Byte.SIZE));
    }
  }

  /// A snapshot cannot be used.
  static final class SnapshotRefusal extends Exception {
    private static final long serialVersionUID = 1;

    SnapshotRefusal(String why) {
      super("the snapshot is refused: " + why);
    }
  }
}
