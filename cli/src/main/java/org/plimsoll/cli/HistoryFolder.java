package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalException;
import org.plimsoll.protocol.EventSink;

/// A folder with a venue's history that a verb was asked to read.
record HistoryFolder(Path path) {
  /// Reads the history from its first command, or from the newest snapshot where it no longer goes
  /// back so far.
  ///
  /// @param sink told what every command does
  /// @throws CommandFailure if it cannot be trusted or read
  Replay replay(EventSink sink) {
    return read(() -> Replay.longest(DiskStorage.openToRead(path), sink));
  }

  /// Applies the next command; what the folder refuses ends the verb with exit code 4.
  boolean next(Replay replay) {
    return read(replay::next);
  }

  private <T> T read(Reading<T> reading) {
    try {
      return reading.get();
    } catch (NoSuchFileException missing) {
      throw refused("there is no such folder");
    } catch (HostRefusal | JournalException | IOException why) {
      throw refused(String.valueOf(why.getMessage()));
    }
  }

  private CommandFailure refused(String why) {
    return new CommandFailure(ExitCode.INVALID_INPUT, path + ": " + why);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T get() throws HostRefusal, IOException;
  }
}
