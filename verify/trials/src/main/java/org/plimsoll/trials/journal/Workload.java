package org.plimsoll.trials.journal;

import java.io.IOException;
import org.plimsoll.journal.JournalException;
import org.plimsoll.journal.JournalFault;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Refused;
import org.plimsoll.journal.Snapshots;
import org.plimsoll.journal.Storage;

/// What a host does with a journal in a short life that meets everything: batches of one block and
/// of two, changes of segments, snapshots, pruning, a clean stop and a second start.
public final class Workload {
  /// Something that may be left undone.
  private interface Task {
    void run() throws IOException;
  }

  /// The identity of every journal in trials.
  public static final JournalId ID = new JournalId(0x0123456789ABCDEFL, 0x7EDCBA9876543210L);

  /// Segments of four blocks for batches.
  public static final JournalSettings SETTINGS = new JournalSettings(6 * 4096, 2 * 4096);

  private static final int BULK = 4096;

  private final Storage storage;
  private final Witness witness;

  /// A host that starts on this storage, where `witness` remembers what happens.
  public Workload(Storage storage, Witness witness) {
    this.storage = storage;
    this.witness = witness;
  }

  /// The whole life. Returns when everything is closed.
  public void live() throws IOException {
    try (JournalWriter writer = JournalWriter.create(storage, ID, SETTINGS)) {
      rounds(writer, 13);
    }
    goOn(5);
  }

  /// Recovers, then goes on for so many rounds and stops cleanly.
  public void goOn(int rounds) throws IOException {
    Recovered found =
        switch (Recovery.examine(storage)) {
          case Recovered recovered -> recovered;
          case Refused refused -> throw new IOException("refused: " + refused);
        };
    String complaint = witness.complaint(storage, found);
    if (!complaint.isEmpty()) {
      throw new AssertionError(complaint);
    }
    try (JournalWriter writer = JournalWriter.resume(storage, found)) {
      witness.resumed(found);
      rounds(writer, rounds);
    }
  }

  private void rounds(JournalWriter writer, int rounds) {
    Snapshots snapshots = writer.snapshots();
    for (int round = 0; round < rounds; round++) {
      commit(writer, 1 + round % 3, round % 3 == 1 ? BULK : 0);
      if (round % 3 == 2) {
        tryTo(() -> witness.save(snapshots));
      }
    }
    tryTo(snapshots::prune);
  }

  /// A batch that finds no room is not lost to anybody: nobody was promised it.
  private void commit(JournalWriter writer, int records, int bulk) {
    try {
      witness.commit(writer, records, bulk);
    } catch (JournalException e) {
      if (e.fault() != JournalFault.FULL) {
        throw e;
      }
      witness.withdraw(writer.durableSequence());
    }
  }

  /// A host whose snapshots fail goes on without them; they are there again at the next start.
  private static void tryTo(Task task) {
    try {
      task.run();
    } catch (IOException noSnapshotsThen) {
      // Nothing was promised.
    }
  }
}
