package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Hands out the records of a journal that [Recovery#examine] has found whole, in order, to the
/// last and without an object for each.
///
/// ```java
/// try (JournalReader reader = JournalReader.open(storage, recovered, recovered.replayFrom())) {
///   while (reader.next()) {
///     dispatcher.dispatch(reader.array(), reader.offset(), reader.length(), handler);
///   }
/// }
/// ```
public final class JournalReader implements AutoCloseable {
  private final Storage storage;
  private final Recovered recovered;
  private final byte[] array;
  private final ByteBuffer buffer;
  private int segment = -1;
  private @Nullable StorageFile file;
  private @Nullable BatchCursor cursor;
  private long position;
  private long sequence;
  private long batchEnd;
  private int offset;
  private int length;

  private JournalReader(Storage storage, Recovered recovered, long fromSequence) {
    this.storage = storage;
    this.recovered = recovered;
    int batchBytes =
        recovered.segments().stream().mapToInt(s -> s.header().batchBytes()).max().orElseThrow();
    this.array = new byte[batchBytes];
    this.buffer = LittleEndian.wrap(array);
    this.sequence = fromSequence - 1;
    this.batchEnd = fromSequence;
  }

  /// Begins before record `fromSequence`, which is kept or the one that comes next.
  public static JournalReader open(Storage storage, Recovered recovered, long fromSequence) {
    if (fromSequence < recovered.firstSequence() || fromSequence > recovered.lastSequence() + 1) {
      throw new IllegalArgumentException("record " + fromSequence + " is not kept");
    }
    return new JournalReader(storage, recovered, fromSequence);
  }

  /// Goes to the next record; false behind the last.
  ///
  /// @throws JournalException [JournalFault#UNREADABLE] if the files have changed or fail
  public boolean next() {
    if (sequence == recovered.lastSequence()) {
      return false;
    }
    sequence++;
    if (sequence == batchEnd) {
      loadBatch();
    } else {
      step();
    }
    return true;
  }

  private void step() {
    offset += length + Batch.LENGTH_BYTES;
    length = buffer.getInt(offset - Batch.LENGTH_BYTES);
  }

  /// Reads the batch that holds the record, and passes what is in it before.
  private void loadBatch() {
    try {
      BatchHeader header = find();
      if (header.kind() != BatchKind.RECORDS
          || header.firstSequence() > sequence
          || !batches().readRecords(position, header)
          || !batches().addsUp(header)) {
        throw new IOException("at " + position + " stands something else than before");
      }
      position += header.bytesOnDisk();
      batchEnd = header.nextSequence();
      length = 0;
      offset = BatchHeader.BYTES;
      for (long passed = header.firstSequence(); passed <= sequence; passed++) {
        step();
      }
    } catch (IOException e) {
      String where = segment < 0 ? "the journal" : recovered.segments().get(segment).file();
      throw new JournalException(JournalFault.UNREADABLE, where + " cannot be read", e);
    }
  }

  /// The header of the first batch from here on that reaches beyond the record.
  private BatchHeader find() throws IOException {
    openSegment();
    BatchHeader header = batches().headerAt(position);
    while (header != null && header.nextSequence() <= sequence) {
      position += header.bytesOnDisk();
      header = batches().headerAt(position);
    }
    if (header == null) {
      throw new IOException("at " + position + " stands no batch any more");
    }
    return header;
  }

  /// Goes on to the segment that holds the record.
  private void openSegment() throws IOException {
    int holding = Math.max(segment, 0);
    while (recovered.segments().get(holding).nextSequence() <= sequence) {
      holding++;
    }
    if (holding != segment) {
      close();
      segment = holding;
      SegmentEnd end = recovered.segments().get(segment);
      file = storage.openToRead(end.file());
      cursor = new BatchCursor(file, end.header(), buffer);
      position = Block.BYTES;
    }
  }

  private BatchCursor batches() throws IOException {
    if (cursor == null) {
      throw new IOException("no segment is open");
    }
    return cursor;
  }

  /// The number of the record.
  public long sequence() {
    return sequence;
  }

  /// The array that holds the record, until the next call of [#next]; not to be written to.
  public byte[] array() {
    return array;
  }

  /// Where in [#array] the record begins.
  public int offset() {
    return offset;
  }

  /// How long the record is, in bytes.
  public int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
