package org.plimsoll.journal;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What stands in the first block of a segment. It is durable before the segment gets its name.
///
/// @param firstSequence the number of the first record, as in the file's name
/// @param segmentBytes the length of the file
/// @param batchBytes the most that a batch takes
/// @param previousCrc the CRC of the last batch of the segment before; 0 in the first
record SegmentHeader(
    int version,
    JournalId id,
    long firstSequence,
    long segmentBytes,
    int batchBytes,
    int previousCrc) {
  static final int BYTES = 52;
  static final int MAGIC = 'P' | 'L' << 8 | 'S' << 16 | 'G' << 24;
  static final int VERSION = 1;

  ByteBuffer bytes() {
    ByteBuffer target = LittleEndian.allocate(Block.BYTES);
    target.putInt(4, MAGIC).putInt(8, version).putLong(12, id.high()).putLong(20, id.low());
    target.putLong(28, firstSequence).putLong(36, segmentBytes).putInt(44, batchBytes);
    target.putInt(48, previousCrc);
    return target.putInt(0, Checksum.of(target, 4, BYTES));
  }

  /// Reads a header of whatever version, since where that stands never changes.
  static @Nullable SegmentHeader read(ByteBuffer source) {
    boolean isWhole =
        source.getInt(4) == MAGIC && source.getInt(0) == Checksum.of(source, 4, BYTES);
    if (!isWhole) {
      return null;
    }
    return new SegmentHeader(
        source.getInt(8),
        new JournalId(source.getLong(12), source.getLong(20)),
        source.getLong(28),
        source.getLong(36),
        source.getInt(44),
        source.getInt(48));
  }

  JournalSettings settings() {
    return new JournalSettings(segmentBytes, batchBytes);
  }

  /// Whether the sizes are such as a journal may have.
  boolean isSane() {
    return JournalSettings.areValid(segmentBytes, batchBytes) && firstSequence > 0;
  }
}
