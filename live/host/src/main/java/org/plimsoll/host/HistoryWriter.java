package org.plimsoll.host;

import java.io.IOException;
import org.plimsoll.journal.Batch;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Storage;
import org.plimsoll.venue.Limits;

/// Writes commands that have been decided already as a history of their own, from which a host can
/// go on, or whoever wrote it.
public final class HistoryWriter implements AutoCloseable {
  private final JournalWriter journal;
  private final Batch batch;

  private HistoryWriter(JournalWriter journal) {
    this.journal = journal;
    this.batch = journal.newBatch();
    batch.begin(journal.durableSequence() + 1);
  }

  /// Begins a history in a directory that has none.
  ///
  /// @param limits those under which the commands were decided
  /// @throws IOException if the disk refuses
  /// @throws IllegalStateException if there is a history already
  public static HistoryWriter create(
      Storage storage, Limits limits, JournalId id, JournalSettings settings) throws IOException {
    JournalWriter journal = JournalWriter.create(storage, id, settings);
    LimitsFile.write(storage, limits);
    return new HistoryWriter(journal);
  }

  /// Goes on with a history.
  ///
  /// @param recovered what the directory holds
  public static HistoryWriter resume(Storage storage, Recovered recovered) {
    return new HistoryWriter(JournalWriter.resume(storage, recovered));
  }

  /// Returns the number of the last command that was added.
  public long lastSequence() {
    return batch.nextSequence() - 1;
  }

  /// Adds a command as [org.plimsoll.protocol.CommandEncoder] writes it.
  public void add(byte[] source, int offset, int length) {
    if (!batch.fits(length)) {
      commit();
    }
    batch.append(source, offset, length);
  }

  /// Returns when all that was added is on the disk.
  public void commit() {
    journal.commit(batch);
    batch.begin(batch.nextSequence());
  }

  /// Ends the history; all of it is on the disk when this returns.
  @Override
  public void close() throws IOException {
    commit();
    journal.close();
  }
}
