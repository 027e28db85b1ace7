package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The segment that is being written: where the journal ends.
final class Segment {
  private final StorageFile file;
  private final SegmentHeader header;
  private long position;
  private int previousCrc;

  Segment(StorageFile file, SegmentHeader header, long position, int previousCrc) {
    this.file = file;
    this.header = header;
    this.position = position;
    this.previousCrc = previousCrc;
  }

  /// Makes a segment of a file of zeros: its header is durable before its name, and its name before
  /// anybody writes a batch into it.
  static Segment publish(Storage storage, StorageFile file, SegmentHeader header)
      throws IOException {
    file.write(0, header.bytes());
    file.sync();
    storage.rename(Spare.NAME, FileName.segment(header.firstSequence()));
    storage.syncDirectory();
    return new Segment(file, header, Block.BYTES, header.previousCrc());
  }

  int previousCrc() {
    return previousCrc;
  }

  /// What is left for batches; the last block of all is for a mark.
  long roomBytes() {
    return header.segmentBytes() - Block.BYTES - position;
  }

  /// Writes a batch and returns when it is durable.
  void append(Batch batch) throws IOException {
    ByteBuffer bytes = batch.bytes();
    int crc = batch.header(previousCrc, (int) (position / Block.BYTES)).write(bytes, header.id());
    file.write(position, bytes);
    file.sync();
    position += batch.bytesOnDisk();
    previousCrc = crc;
  }

  /// Says that all before `nextSequence` is durable; that itself becomes durable with the next
  /// sync.
  void mark(BatchKind kind, long nextSequence) throws IOException {
    ByteBuffer block = LittleEndian.allocate(Block.BYTES);
    int at = (int) (position / Block.BYTES);
    BatchHeader.mark(kind, nextSequence, previousCrc, at).write(block, header.id());
    file.write(position, block);
  }

  void sync() throws IOException {
    file.sync();
  }

  void close() throws IOException {
    file.close();
  }
}
