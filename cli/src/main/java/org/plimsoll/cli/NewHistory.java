package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.plimsoll.host.HistoryWriter;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.venue.Limits;

/// A history that a verb writes into a new folder.
record NewHistory(DiskStorage storage, HistoryWriter writer) implements AutoCloseable {
  /// Begins one.
  ///
  /// @throws CommandFailure if the folder has a history already
  /// @throws IOException if it cannot be written
  static NewHistory in(Path folder, Limits limits) throws IOException {
    SecureRandom random = new SecureRandom();
    JournalId id = new JournalId(random.nextLong(), random.nextLong());
    DiskStorage storage = DiskStorage.open(folder);
    try {
      return new NewHistory(
          storage, HistoryWriter.create(storage, limits, id, JournalSettings.DEFAULT));
    } catch (IllegalStateException taken) {
      storage.close();
      throw new CommandFailure(ExitCode.USAGE, folder + ": " + taken.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    storage.close();
  }
}
