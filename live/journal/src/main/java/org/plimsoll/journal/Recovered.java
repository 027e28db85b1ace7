package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// The whole acknowledged history was found. Valid as long as nobody writes to the files.
public final class Recovered implements Recovery {
  private final List<SegmentEnd> segments;
  private final Optional<Snapshot> snapshot;
  private final List<String> passedOver;

  Recovered(List<SegmentEnd> segments, Optional<Snapshot> snapshot, List<String> passedOver) {
    this.segments = List.copyOf(segments);
    this.snapshot = snapshot;
    this.passedOver = List.copyOf(passedOver);
  }

  /// Returns the identity of the journal.
  public JournalId id() {
    return shape().id();
  }

  /// Returns the number of the first record that is kept.
  public long firstSequence() {
    return segments.getFirst().header().firstSequence();
  }

  /// Returns the number of the last record; one less than [#firstSequence] if there is none.
  public long lastSequence() {
    return tail().nextSequence() - 1;
  }

  /// Returns the state to begin from, before the records that follow it; empty to begin from
  /// nothing at record 1.
  public Optional<Snapshot> snapshot() {
    return snapshot;
  }

  /// Returns the number of the first record to replay on top of [#snapshot].
  public long replayFrom() {
    return snapshot.map(s -> s.sequence() + 1).orElse(1L);
  }

  /// Returns the newer snapshots that are not whole, newest first. Somebody should look at the
  /// disk.
  public List<String> passedOver() {
    return passedOver;
  }

  /// Whether bytes that are no whole batch stand behind the last one, as a crash leaves them while
  /// it is being written. Nothing in them was acknowledged, unless a machine has crashed and its
  /// disk has damaged the very last batch at once: see docs/reference/journal.md.
  public boolean isTorn() {
    return tail().ending() == SegmentEnd.Ending.BROKEN;
  }

  SegmentHeader shape() {
    return tail().header();
  }

  List<SegmentEnd> segments() {
    return segments;
  }

  private SegmentEnd tail() {
    return segments.getLast();
  }

  /// Makes sure that what was read is what the disk has, and returns its end for writing. Names
  /// come first: a segment must not say that another follows while that one's name may still be
  /// lost.
  Segment secure(Storage storage) throws IOException {
    Leftovers.delete(storage);
    storage.syncDirectory();
    closePredecessor(storage);
    StorageFile file = storage.open(tail().file());
    if (!tail().isMarked()) {
      rewriteLastBatch(file);
    }
    Segment segment = new Segment(file, shape(), tail().position(), tail().previousCrc());
    segment.mark(BatchKind.MARK, tail().nextSequence());
    segment.sync();
    return segment;
  }

  /// The batch is durable before the mark behind it says so.
  private void rewriteLastBatch(StorageFile file) throws IOException {
    if (tail().lastBatch() >= 0) {
      ByteBuffer bytes = ByteBuffer.allocate((int) (tail().position() - tail().lastBatch()));
      file.read(tail().lastBatch(), bytes);
      file.write(tail().lastBatch(), bytes.flip());
      file.sync();
    }
  }

  /// Finishes a change of segments that a crash has interrupted.
  private void closePredecessor(Storage storage) throws IOException {
    if (segments.size() < 2) {
      return;
    }
    SegmentEnd before = segments.get(segments.size() - 2);
    if (before.ending() != SegmentEnd.Ending.CLOSED) {
      try (StorageFile file = storage.open(before.file())) {
        Segment segment =
            new Segment(file, before.header(), before.position(), before.previousCrc());
        segment.mark(BatchKind.CLOSED, before.nextSequence());
        segment.sync();
      }
    }
  }
}
