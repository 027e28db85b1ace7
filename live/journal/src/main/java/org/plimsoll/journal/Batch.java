package org.plimsoll.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The records of one commit, gathered in memory. Nothing in it is durable before
/// [JournalWriter#commit] has returned.
///
/// A batch belongs to one thread at a time. A host that never wants to wait has two: one is being
/// filled by the thread that decides while the thread of the disk commits the other, and then they
/// change places; handing over must be a happens-before edge, such as a queue.
public final class Batch {
  /// What stands before each record: its length.
  static final int LENGTH_BYTES = 4;

  private final ByteBuffer buffer;
  private final ByteBuffer onDisk;
  private final byte[] array;
  private long firstSequence = -1;
  private int records;
  private int end = BatchHeader.BYTES;

  Batch(int bytes) {
    array = new byte[bytes];
    buffer = LittleEndian.wrap(array);
    onDisk = LittleEndian.wrap(array);
  }

  /// Empties it; the next record gets the number `firstSequence`.
  public void begin(long firstSequence) {
    this.firstSequence = firstSequence;
    records = 0;
    end = BatchHeader.BYTES;
  }

  /// Whether a record of so many bytes still has room.
  public boolean fits(int length) {
    return length >= 0 && length <= array.length - end - LENGTH_BYTES;
  }

  /// Copies a record into the batch and returns its sequence number. Allocates nothing.
  ///
  /// @throws IllegalStateException if it does not fit, or before [#begin]
  public long append(byte[] source, int offset, int length) {
    if (!fits(length) || firstSequence < 0) {
      throw new IllegalStateException(
          "no room for a record of " + length + " bytes after " + end + " of " + array.length);
    }
    buffer.putInt(end, length);
    System.arraycopy(source, offset, array, end + LENGTH_BYTES, length);
    end += LENGTH_BYTES + length;
    return firstSequence + records++;
  }

  /// The number of the first record, whether or not it is there yet.
  public long firstSequence() {
    return firstSequence;
  }

  /// The number that the next record gets.
  public long nextSequence() {
    return firstSequence + records;
  }

  /// How many records it holds.
  public int records() {
    return records;
  }

  /// Whether it holds no record.
  public boolean isEmpty() {
    return records == 0;
  }

  /// How much of a segment it takes, in bytes.
  public int bytesOnDisk() {
    return Block.roundUp(end);
  }

  BatchHeader header(int previousCrc, int block) {
    int payloadBytes = end - BatchHeader.BYTES;
    int payloadCrc = Checksum.of(buffer, BatchHeader.BYTES, end);
    return new BatchHeader(
        BatchKind.RECORDS, firstSequence, records, payloadBytes, payloadCrc, previousCrc, block);
  }

  /// What goes to the disk behind the header, which is to be written into it; whole blocks.
  ByteBuffer bytes() {
    Arrays.fill(array, end, bytesOnDisk(), (byte) 0);
    return onDisk.clear().limit(bytesOnDisk());
  }
}
