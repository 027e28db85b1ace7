package org.plimsoll.server.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.plimsoll.cluster.Learner;
import org.plimsoll.host.HistoryWriter;
import org.plimsoll.host.HostClock;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Storage;
import org.plimsoll.journal.StorageFile;
import org.plimsoll.venue.Limits;

/// What a server keeps of a cluster that it follows, beside the journal: how far it has read its
/// log, and everything that it knows by then. That the file is there says whose the journal is.
///
/// @param storage the journal's directory
record ClusterMemory(Storage storage) {
  private static final String NAME = "cluster.state";
  private static final String PART = NAME + ".part";

  /// Refuses a directory whose commands were decided elsewhere.
  ///
  /// @throws HostRefusal if they were
  static void require(Storage storage, Home home) throws HostRefusal, IOException {
    boolean isThere = storage.list().contains(NAME);
    boolean isOld = Recovery.examine(storage) instanceof Recovered;
    switch (home) {
      case Home.Own _ -> {
        if (isThere) {
          throw new HostRefusal(
              "what is kept here follows a cluster; say which one, or name another directory");
        }
      }
      case Home.Cluster _ -> {
        if (isOld && !isThere) {
          throw new HostRefusal(
              "what is kept here is a venue of its own, and no cluster's; name another directory");
        }
      }
    }
  }

  /// Reads it; one that has seen nothing, if there is none yet.
  byte[] read() throws IOException {
    if (!storage.list().contains(NAME)) {
      write(Learner.nothing());
    }
    try (StorageFile file = storage.openToRead(NAME)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.sizeBytes()));
      file.read(0, bytes);
      return bytes.array();
    }
  }

  /// Writes it, in one step.
  void write(byte[] state) throws IOException {
    if (storage.list().contains(PART)) {
      storage.delete(PART);
    }
    try (StorageFile file = storage.create(PART)) {
      file.write(0, ByteBuffer.wrap(state));
      file.sync();
    }
    storage.rename(PART, NAME);
    storage.syncDirectory();
  }

  /// Opens the journal, or makes it.
  HistoryWriter journal(Limits limits, JournalSettings settings) throws IOException {
    if (Recovery.examine(storage) instanceof Recovered recovered) {
      return HistoryWriter.resume(storage, recovered);
    }
    HostClock chance = HostClock.ofSystem();
    JournalId id = new JournalId(chance.entropy(), chance.entropy());
    return HistoryWriter.create(storage, limits, id, settings);
  }
}
