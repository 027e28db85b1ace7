package org.plimsoll.journal;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What stands at the head of each batch. A batch is only written when all before it is durable, so
/// its header is the proof that everything below its first sequence number once was.
///
/// @param firstSequence the number of the first record, or of the next one if there is none
/// @param records how many
/// @param payloadBytes length of the records, each with its length before it
/// @param payloadCrc CRC32C of those bytes
/// @param previousCrc the [#crc] of the batch before, marks not counted; 0 for the first of all
/// @param block where in its segment the batch stands, counted in blocks
record BatchHeader(
    BatchKind kind,
    long firstSequence,
    int records,
    int payloadBytes,
    int payloadCrc,
    int previousCrc,
    int block) {
  static final int BYTES = 56;
  static final int MAGIC = 'P' | 'L' << 8 | 'B' << 16 | 'A' << 24;

  private static final BatchKind[] KINDS = BatchKind.values();

  /// A header without records.
  static BatchHeader mark(BatchKind kind, long nextSequence, int previousCrc, int block) {
    return new BatchHeader(kind, nextSequence, 0, 0, 0, previousCrc, block);
  }

  /// Writes it at the start of `target` and returns its CRC.
  int write(ByteBuffer target, JournalId id) {
    target.putInt(4, MAGIC).putLong(8, id.high()).putLong(16, id.low());
    target.putLong(24, firstSequence).putInt(32, kind.ordinal()).putInt(36, records);
    target.putInt(40, payloadBytes).putInt(44, payloadCrc).putInt(48, previousCrc);
    target.putInt(52, block);
    int crc = Checksum.of(target, 4, BYTES);
    target.putInt(0, crc);
    return crc;
  }

  /// Reads the header at the start of `source`, if one of this journal stands there.
  static @Nullable BatchHeader read(ByteBuffer source, JournalId id, int batchBytes) {
    boolean isOurs =
        source.getInt(4) == MAGIC
            && source.getLong(8) == id.high()
            && source.getLong(16) == id.low()
            && source.getInt(0) == Checksum.of(source, 4, BYTES);
    int kind = source.getInt(32);
    int payloadBytes = source.getInt(40);
    if (!isOurs
        || kind < 0
        || kind >= KINDS.length
        || payloadBytes < 0
        || payloadBytes > batchBytes - BYTES) {
      return null;
    }
    return new BatchHeader(
        KINDS[kind],
        source.getLong(24),
        source.getInt(36),
        payloadBytes,
        source.getInt(44),
        source.getInt(48),
        source.getInt(52));
  }

  /// The CRC that [#write] would store.
  int crc(JournalId id) {
    return write(LittleEndian.allocate(BYTES), id);
  }

  /// How far the batch reaches, with the unused end of its last block.
  int bytesOnDisk() {
    return Block.roundUp(BYTES + payloadBytes);
  }

  long nextSequence() {
    return firstSequence + records;
  }
}
