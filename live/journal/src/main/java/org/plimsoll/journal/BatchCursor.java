package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Reads the batches of one segment at given places. Reads a header first, and what follows it when
/// asked.
final class BatchCursor {
  private final StorageFile file;
  private final SegmentHeader segment;
  private final ByteBuffer buffer;

  /// @param buffer little-endian, of at least the segment's `batchBytes`; overwritten
  BatchCursor(StorageFile file, SegmentHeader segment, ByteBuffer buffer) {
    this.file = file;
    this.segment = segment;
    this.buffer = buffer;
  }

  /// Whether a header has room at `position`.
  boolean isInside(long position) {
    return position <= segment.segmentBytes() - Block.BYTES;
  }

  /// The header at `position`, if there is one of this journal that was written for this place.
  @Nullable BatchHeader headerAt(long position) throws IOException {
    file.read(position, buffer.clear().limit(Block.BYTES));
    BatchHeader header = BatchHeader.read(buffer, segment.id(), segment.batchBytes());
    return header != null
            && header.block() == position / Block.BYTES
            && header.bytesOnDisk() <= segment.segmentBytes() - position
        ? header
        : null;
  }

  /// Whether the block that [#headerAt] looked at last is as it was prewritten.
  boolean isBlank() {
    for (int i = 0; i < Block.BYTES; i += Long.BYTES) {
      if (buffer.getLong(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Reads the rest of the batch whose header was read last; whether its records are whole.
  boolean readRecords(long position, BatchHeader header) throws IOException {
    int end = BatchHeader.BYTES + header.payloadBytes();
    if (end > Block.BYTES) {
      file.read(position + Block.BYTES, buffer.clear().limit(end).position(Block.BYTES));
    }
    buffer.clear();
    return Checksum.of(buffer, BatchHeader.BYTES, end) == header.payloadCrc();
  }

  /// Whether the records just read fill their batch to the last byte, as every writer leaves it.
  boolean addsUp(BatchHeader header) {
    int end = BatchHeader.BYTES + header.payloadBytes();
    int at = BatchHeader.BYTES;
    for (int i = 0; i < header.records(); i++) {
      int length = at + Batch.LENGTH_BYTES <= end ? buffer.getInt(at) : -1;
      if (length < 0 || length > end - at - Batch.LENGTH_BYTES) {
        return false;
      }
      at += Batch.LENGTH_BYTES + length;
    }
    return header.records() > 0 && at == end;
  }

  /// Whether all blocks behind `position` are as they were prewritten.
  boolean isBlankBehind(long position) throws IOException {
    for (long at = position + Block.BYTES; isInside(at); at += Block.BYTES) {
      file.read(at, buffer.clear().limit(Block.BYTES));
      if (!isBlank()) {
        return false;
      }
    }
    return true;
  }

  /// The place of the first header of this journal behind `position`; -1 if there is none.
  long nextHeader(long position) throws IOException {
    for (long at = position + Block.BYTES; isInside(at); at += Block.BYTES) {
      if (headerAt(at) != null) {
        return at;
      }
    }
    return -1;
  }
}
