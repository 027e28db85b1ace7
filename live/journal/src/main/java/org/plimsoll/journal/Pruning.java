package org.plimsoll.journal;

import java.io.IOException;
import java.util.List;

/// Deletes history that snapshots stand in for. Two of them are kept, so that one may be lost.
final class Pruning {
  private static final int SNAPSHOTS_KEPT = 2;

  private final Storage storage;
  private final JournalId id;
  private final List<String> names;
  private int deleted;

  Pruning(Storage storage, JournalId id) throws IOException {
    this.storage = storage;
    this.id = id;
    this.names = storage.list();
  }

  /// Snapshots first and then segments from the oldest on, each deletion durable before the next: a
  /// crash in between leaves a journal without a gap, and no snapshot that it does not go on from.
  int prune() throws IOException {
    long kept = oldestKept();
    for (long sequence : FileName.sequences(names, FileName.SNAPSHOT)) {
      if (sequence < kept) {
        delete(FileName.snapshot(sequence));
      }
    }
    List<Long> segments = FileName.sequences(names, FileName.SEGMENT);
    for (int i = 0; i + 1 < segments.size() && segments.get(i + 1) <= kept + 1; i++) {
      delete(FileName.segment(segments.get(i)));
    }
    return deleted;
  }

  /// The second newest snapshot that is whole; 0 if there is none.
  private long oldestKept() throws IOException {
    int whole = 0;
    for (long sequence : FileName.sequences(names, FileName.SNAPSHOT).reversed()) {
      if (isWhole(sequence) && ++whole == SNAPSHOTS_KEPT) {
        return sequence;
      }
    }
    return 0;
  }

  private boolean isWhole(long sequence) throws IOException {
    try {
      return SnapshotCheck.read(storage, id, sequence).isPresent();
    } catch (RefusalFound foreign) {
      return false;
    }
  }

  private void delete(String name) throws IOException {
    storage.delete(name);
    storage.syncDirectory();
    deleted++;
  }
}
