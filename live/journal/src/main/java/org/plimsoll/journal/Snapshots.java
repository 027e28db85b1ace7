package org.plimsoll.journal;

import java.io.IOException;
import java.util.function.LongSupplier;

/// Saves states, and deletes what they stand in for.
///
/// One thread at a time; it need not be the one that writes the journal. After a failure it does
/// nothing more until the next start, while the journal may go on.
public final class Snapshots {
  private final Storage storage;
  private final JournalId id;
  private final LongSupplier durableSequence;
  private boolean isInDoubt;

  Snapshots(Storage storage, JournalId id, LongSupplier durableSequence) {
    this.storage = storage;
    this.id = id;
    this.durableSequence = durableSequence;
  }

  /// Saves the state after record `sequence` and returns when it is durable under its name. Until
  /// then it has another name and nobody takes it for a snapshot.
  ///
  /// @throws IllegalArgumentException if that record is not durable yet: a state may not outlive
  ///   what it was made from
  /// @throws IOException if the disk refuses; what was there before stays as it was
  public void save(long sequence, long stateHash, SnapshotBody body) throws IOException {
    if (sequence < 1 || sequence > durableSequence.getAsLong()) {
      throw new IllegalArgumentException("record " + sequence + " is not durable");
    }
    requireNoDoubt();
    isInDoubt = true;
    String part = FileName.snapshot(sequence) + FileName.PART;
    try (StorageFile file = storage.create(part)) {
      SnapshotOutput out = new SnapshotOutput(file);
      body.writeTo(out);
      out.flush();
      SnapshotHeader header =
          new SnapshotHeader(
              SnapshotHeader.VERSION, id, sequence, stateHash, out.length(), out.crc());
      file.write(0, header.bytes());
      file.sync();
    }
    storage.rename(part, FileName.snapshot(sequence));
    storage.syncDirectory();
    isInDoubt = false;
  }

  /// Deletes what lies before the second newest snapshot that is whole: older snapshots, and
  /// segments that hold nothing but records it has seen. With fewer than two nothing is deleted.
  /// Returns how many files went.
  ///
  /// @throws IOException if the disk refuses; whatever went, the rest is still whole
  public int prune() throws IOException {
    requireNoDoubt();
    isInDoubt = true;
    int deleted = new Pruning(storage, id).prune();
    isInDoubt = false;
    return deleted;
  }

  private void requireNoDoubt() throws IOException {
    if (isInDoubt) {
      throw new IOException("an earlier snapshot or pruning has failed");
    }
  }
}
