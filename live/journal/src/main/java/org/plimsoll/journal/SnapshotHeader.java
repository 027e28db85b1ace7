package org.plimsoll.journal;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What stands before the body of a snapshot.
///
/// @param sequence the number of the last record that the state has seen, as in the file's name
/// @param stateHash what the state says of itself
/// @param bodyBytes what follows, to the end of the file
/// @param bodyCrc CRC32C of that
record SnapshotHeader(
    int version, JournalId id, long sequence, long stateHash, long bodyBytes, int bodyCrc) {
  static final int BYTES = 56;
  static final int MAGIC = 'P' | 'L' << 8 | 'S' << 16 | 'N' << 24;
  static final int VERSION = 1;

  ByteBuffer bytes() {
    ByteBuffer target = LittleEndian.allocate(BYTES);
    target.putInt(4, MAGIC).putInt(8, version).putLong(12, id.high()).putLong(20, id.low());
    target.putLong(28, sequence).putLong(36, stateHash).putLong(44, bodyBytes);
    target.putInt(52, bodyCrc);
    return target.putInt(0, Checksum.of(target, 4, BYTES));
  }

  /// Reads a header of whatever version, since where that stands never changes.
  static @Nullable SnapshotHeader read(ByteBuffer source) {
    boolean isWhole =
        source.getInt(4) == MAGIC && source.getInt(0) == Checksum.of(source, 4, BYTES);
    if (!isWhole) {
      return null;
    }
    return new SnapshotHeader(
        source.getInt(8),
        new JournalId(source.getLong(12), source.getLong(20)),
        source.getLong(28),
        source.getLong(36),
        source.getLong(44),
        source.getInt(52));
  }
}
