package org.plimsoll.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes batches at the end of a journal.
///
/// One thread, the disk's, calls everything here except [#durableSequence] and [#roomBytes], which
/// any thread may ask. What has failed once stays failed: a sync that is tried again may report
/// success for bytes that the system has already forgotten.
public final class JournalWriter implements AutoCloseable {
  /// Something done to the disk, of which nobody knows how far it came if it fails.
  private interface Effect {
    void run() throws IOException;
  }

  private final Storage storage;
  private final JournalId id;
  private final JournalSettings settings;
  private final Spare spare;
  private Segment tail;
  private boolean isInDoubt;
  private @Nullable IOException cause;
  private volatile long durableSequence;
  private volatile long roomBytes;

  private JournalWriter(
      Storage storage, SegmentHeader shape, Segment tail, Spare spare, long durableSequence) {
    this.storage = storage;
    this.id = shape.id();
    this.settings = shape.settings();
    this.tail = tail;
    this.spare = spare;
    this.durableSequence = durableSequence;
    prepare();
  }

  /// Creates a journal in a directory that has none. Its first record will have number 1.
  ///
  /// @throws IllegalStateException if there is a journal or a part of one
  /// @throws JournalException if the disk refuses; the call may be repeated
  public static JournalWriter create(Storage storage, JournalId id, JournalSettings settings) {
    try {
      if (storage.list().stream().anyMatch(FileName::isHistory)) {
        throw new IllegalStateException("there is a journal already, or a part of one");
      }
      Leftovers.delete(storage);
      Spare spare = new Spare(storage, settings.segmentBytes());
      SegmentHeader header =
          new SegmentHeader(
              SegmentHeader.VERSION, id, 1, settings.segmentBytes(), settings.batchBytes(), 0);
      Segment first = Segment.publish(storage, spare.take(), header);
      return new JournalWriter(storage, header, first, spare, 0);
    } catch (IOException e) {
      throw new JournalException(JournalFault.FAILED, "no journal could be created", e);
    }
  }

  /// Goes on with what [Recovery#examine] has found, after making sure of it: the last batch, if
  /// nothing proves that it was durable, is written again, since after a failed sync a read may
  /// show bytes that the disk does not have; what is no whole batch is cut off; files that never
  /// became part of the journal are deleted. Nothing may be answered from the recovered history
  /// before this has returned.
  ///
  /// @throws JournalException if the disk refuses; the next start examines anew
  public static JournalWriter resume(Storage storage, Recovered recovered) {
    try {
      Segment tail = recovered.secure(storage);
      SegmentHeader header = recovered.shape();
      Spare spare = new Spare(storage, header.segmentBytes());
      return new JournalWriter(storage, header, tail, spare, recovered.lastSequence());
    } catch (IOException e) {
      throw new JournalException(JournalFault.FAILED, "the end could not be made sure of", e);
    }
  }

  /// Returns an empty batch of the size that this journal takes.
  public Batch newBatch() {
    return new Batch(settings.batchBytes());
  }

  /// Returns the most that one batch takes on disk.
  public int batchBytes() {
    return settings.batchBytes();
  }

  /// Returns the identity of this journal.
  public JournalId id() {
    return id;
  }

  /// Writes a batch and returns when all its records are durable. An empty one is nothing to do.
  ///
  /// @throws IllegalStateException if the batch does not begin right after [#durableSequence]
  /// @throws JournalException [JournalFault#FULL] with nothing written, or [JournalFault#FAILED]
  ///   for good; in both cases [#durableSequence] says what may be acknowledged
  public void commit(Batch batch) {
    requireNoFailure();
    if (batch.firstSequence() != durableSequence + 1) {
      throw new IllegalStateException(
          "after " + durableSequence + " comes no batch from " + batch.firstSequence());
    }
    if (batch.isEmpty()) {
      return;
    }
    if (batch.bytesOnDisk() > tail.roomBytes()) {
      roll();
    }
    attempt(() -> tail.append(batch));
    durableSequence = batch.nextSequence() - 1;
    attempt(() -> tail.mark(BatchKind.MARK, batch.nextSequence()));
    prepare();
  }

  /// Goes on in the spare segment.
  private void roll() {
    StorageFile file = spareFile();
    long next = durableSequence + 1;
    attempt(() -> {
      Segment fresh = Segment.publish(storage, file, header(next));
      tail.mark(BatchKind.CLOSED, next);
      tail.sync();
      tail.close();
      tail = fresh;
    });
  }

  private SegmentHeader header(long firstSequence) {
    return new SegmentHeader(
        SegmentHeader.VERSION,
        id,
        firstSequence,
        settings.segmentBytes(),
        settings.batchBytes(),
        tail.previousCrc());
  }

  private StorageFile spareFile() {
    try {
      return spare.take();
    } catch (IOException e) {
      spare.discard();
      throw new JournalException(JournalFault.FULL, "no further segment can be made", e);
    }
  }

  /// Makes a part of the next segment, ahead of need. Every commit does so; a host that takes
  /// nothing in, because [#roomBytes] is too little, asks here whether there is room again.
  ///
  /// What fails here has promised nothing to anybody, and is tried again the next time.
  public void prepare() {
    requireNoFailure();
    try {
      spare.step();
    } catch (IOException noRoomForNow) {
      spare.discard();
    }
    roomBytes = spare.isReady() ? settings.segmentBytes() - 2L * Block.BYTES : tail.roomBytes();
  }

  /// Returns how much is sure to find room: batches of together so many bytes on disk, written or
  /// not, cannot be refused as [JournalFault#FULL].
  public long roomBytes() {
    return roomBytes;
  }

  /// Returns the number of the last record that the disk has; 0 if none.
  public long durableSequence() {
    return durableSequence;
  }

  /// Returns the snapshots of this journal.
  public Snapshots snapshots() {
    return new Snapshots(storage, id, this::durableSequence);
  }

  private void attempt(Effect effect) {
    isInDoubt = true;
    try {
      effect.run();
    } catch (IOException e) {
      cause = e;
      requireNoFailure();
    }
    isInDoubt = false;
  }

  private void requireNoFailure() {
    if (isInDoubt) {
      throw new JournalException(
          JournalFault.FAILED, "the disk has failed after record " + durableSequence, cause);
    }
  }

  /// Makes the last mark durable, so that from now on any damage can be told, and closes.
  @Override
  public void close() throws IOException {
    try {
      if (!isInDoubt) {
        tail.mark(BatchKind.MARK, durableSequence + 1);
        tail.sync();
        spare.delete();
      }
    } finally {
      spare.discard();
      tail.close();
    }
  }
}
