package org.plimsoll.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.RecordingLog;
import io.aeron.exceptions.AeronException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Deletes what a node no longer needs to start: the log before its last snapshot but one, and the
/// snapshots before that. Two are kept, so that one of them may turn out to be useless.
///
/// Every node does so for itself. Whole files are deleted and nothing else, so a little more is
/// kept than must be.
final class Pruning {
  private static final int SERVICE = 0;
  private static final int KEPT = 2;

  private final Path consensus;
  private final Supplier<AeronArchive.Context> archive;
  private final Consumer<String> log;
  private long prunedTo;
  private String told = "";

  /// Creates one.
  ///
  /// @param consensus the directory of the node's consensus module
  /// @param archive how to reach the node's archive
  /// @param log told what was deleted, a line each
  Pruning(Path consensus, Supplier<AeronArchive.Context> archive, Consumer<String> log) {
    this.consensus = consensus;
    this.archive = archive;
    this.log = log;
  }

  /// Deletes what there is to delete since the last call.
  void prune() {
    try (RecordingLog recordings = new RecordingLog(consensus.toFile(), false)) {
      long keepFrom = keepFrom(recordings.entries());
      if (keepFrom > prunedTo && purge(recordings, keepFrom)) {
        prunedTo = keepFrom;
      }
    }
  }

  /// Returns where the log must still begin: at the last snapshot but one, or 0.
  private static long keepFrom(List<RecordingLog.Entry> entries) {
    TreeSet<Long> positions = new TreeSet<>();
    for (RecordingLog.Entry entry : entries) {
      if (isSnapshot(entry) && entry.isValid && entry.serviceId == SERVICE) {
        positions.add(entry.logPosition);
      }
    }
    while (positions.size() > KEPT) {
      positions.pollFirst();
    }
    return positions.size() < KEPT ? 0 : positions.first();
  }

  private static boolean isSnapshot(RecordingLog.Entry entry) {
    return entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT;
  }

  /// Returns whether it was done; somebody may be reading what is to be deleted.
  private boolean purge(RecordingLog recordings, long keepFrom) {
    long recording = recordings.findLastTermRecordingId();
    try (AeronArchive open = AeronArchive.connect(archive.get())) {
      long to = base(open, recording, keepFrom);
      if (to > open.getStartPosition(recording)) {
        long files = open.purgeSegments(recording, to);
        log.accept("the log begins at position " + to + " now; " + files + " files were deleted");
      }
      for (RecordingLog.Entry entry : recordings.entries()) {
        if (isSnapshot(entry) && entry.logPosition < keepFrom) {
          purge(open, entry.recordingId);
        }
      }
      return true;
    } catch (AeronException later) {
      tellOnce("the log is not pruned yet: " + later.getMessage());
      return false;
    }
  }

  private void tellOnce(String why) {
    if (!why.equals(told)) {
      told = why;
      log.accept(why);
    }
  }

  /// Returns where the file begins that has a position.
  private static long base(AeronArchive open, long recording, long position) {
    AtomicLong base = new AtomicLong();
    open.listRecording(
        recording,
        (_, _, _, _, _, start, _, _, segment, term, _, _, _, _, _, _) ->
            base.set(AeronArchive.segmentFileBasePosition(start, position, term, segment)));
    return base.get();
  }

  private static void purge(AeronArchive open, long snapshot) {
    int there =
        open.listRecording(snapshot, (_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _) -> {});
    if (there > 0) {
      open.purgeRecording(snapshot);
    }
  }
}
