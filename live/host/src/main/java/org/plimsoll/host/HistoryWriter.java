package org.plimsoll.host;

import java.io.IOException;
import org.plimsoll.journal.Batch;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Storage;
import org.plimsoll.venue.Limits;

/// Writes commands that have been decided already as a history of their own, from which a host can
/// go on.
public final class HistoryWriter implements AutoCloseable {
  private final JournalWriter journal;
  private final Batch batch;

  private HistoryWriter(JournalWriter journal) {
    this.journal = journal;
    this.batch = journal.newBatch();
    batch.begin(1);
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

  /// Adds a command as [org.plimsoll.protocol.CommandEncoder] writes it.
  public void add(byte[] source, int offset, int length) {
    if (!batch.fits(length)) {
      commit();
    }
    batch.append(source, offset, length);
  }

  private void commit() {
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
