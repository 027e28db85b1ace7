package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.journal.SegmentEnd.Ending;

/// Walks one segment from its header to its end, and holds every batch against the one before.
final class SegmentScan {
  private final String name;
  private final StorageFile file;
  private final SegmentHeader header;
  private final BatchCursor cursor;
  private long position = Block.BYTES;
  private long nextSequence;
  private int previousCrc;
  private long lastBatch = -1;

  private SegmentScan(String name, StorageFile file, SegmentHeader header) {
    this.name = name;
    this.file = file;
    this.header = header;
    this.cursor = new BatchCursor(file, header, LittleEndian.allocate(header.batchBytes()));
    this.nextSequence = header.firstSequence();
    this.previousCrc = header.previousCrc();
  }

  /// Reads and checks the header.
  static SegmentScan begin(String name, StorageFile file) throws IOException, RefusalFound {
    if (file.sizeBytes() < Block.BYTES) {
      throw new RefusalFound(Damage.LENGTH_WRONG, name, 0, "it is shorter than a header");
    }
    ByteBuffer block = LittleEndian.allocate(Block.BYTES);
    file.read(0, block);
    SegmentHeader header = SegmentHeader.read(block);
    if (header == null) {
      throw new RefusalFound(Damage.HEADER_BROKEN, name, 0, "its header is not whole");
    }
    if (header.version() != SegmentHeader.VERSION) {
      throw new RefusalFound(
          Damage.UNKNOWN_VERSION, name, 0, "it has format version " + header.version());
    }
    if (!header.isSane() || !FileName.segment(header.firstSequence()).equals(name)) {
      throw new RefusalFound(
          Damage.HEADER_BROKEN, name, 0, "its header does not go with its name or size");
    }
    if (file.sizeBytes() != header.segmentBytes()) {
      String sentence = "it has " + file.sizeBytes() + " bytes of " + header.segmentBytes();
      throw new RefusalFound(Damage.LENGTH_WRONG, name, 0, sentence);
    }
    return new SegmentScan(name, file, header);
  }

  SegmentHeader header() {
    return header;
  }

  /// Goes to the end.
  SegmentEnd end() throws IOException, RefusalFound {
    Ending ending = null;
    while (ending == null) {
      ending = cursor.isInside(position) ? step() : Ending.BROKEN;
    }
    return new SegmentEnd(name, header, position, nextSequence, previousCrc, lastBatch, ending);
  }

  /// Passes one batch, or says what stands there instead.
  private @Nullable Ending step() throws IOException, RefusalFound {
    BatchHeader batch = cursor.headerAt(position);
    if (batch == null) {
      boolean isBlank = cursor.isBlank() && cursor.isBlankBehind(position);
      return isBlank ? Ending.BLANK : Ending.BROKEN;
    }
    if (batch.firstSequence() != nextSequence || batch.previousCrc() != previousCrc) {
      String sentence = "after record " + (nextSequence - 1) + " stands another batch";
      throw new RefusalFound(Damage.OUT_OF_ORDER, name, position, sentence);
    }
    return switch (batch.kind()) {
      case MARK -> Ending.MARKED;
      case CLOSED -> Ending.CLOSED;
      case RECORDS -> pass(batch);
    };
  }

  private @Nullable Ending pass(BatchHeader batch) throws IOException, RefusalFound {
    if (!cursor.readRecords(position, batch)) {
      return Ending.BROKEN;
    }
    if (!cursor.addsUp(batch)) {
      String sentence = "the lengths of its records do not add up";
      throw new RefusalFound(Damage.BATCH_DAMAGED, name, position, sentence);
    }
    lastBatch = position;
    position += batch.bytesOnDisk();
    nextSequence = batch.nextSequence();
    previousCrc = batch.crc(header.id());
    return null;
  }

  /// Where after the end a header of this journal stands; -1 if nowhere. What was written later
  /// proves that everything before it was durable.
  long proofBehind(SegmentEnd end) throws IOException {
    return cursor.nextHeader(end.position());
  }

  void close() throws IOException {
    file.close();
  }
}
