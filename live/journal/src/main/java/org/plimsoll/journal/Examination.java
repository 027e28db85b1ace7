package org.plimsoll.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.journal.SegmentEnd.Ending;

/// One reading of all files of a journal.
final class Examination {
  private final Storage storage;
  private final List<String> names;
  private final List<SegmentEnd> ends = new ArrayList<>();

  Examination(Storage storage) throws IOException {
    this.storage = storage;
    this.names = storage.list();
  }

  Recovered result() throws IOException, RefusalFound {
    List<Long> segments = FileName.sequences(names, FileName.SEGMENT);
    if (segments.isEmpty()) {
      boolean isBlank = names.stream().noneMatch(FileName::isHistory);
      throw new RefusalFound(
          isBlank ? Damage.NO_JOURNAL : Damage.SEGMENT_MISSING, "", 0, "there is no segment");
    }
    for (int i = 0; i < segments.size(); i++) {
      scan(FileName.segment(segments.get(i)), i == segments.size() - 1);
    }
    return new SnapshotChoice(storage, names, ends).recovered();
  }

  private void scan(String name, boolean isLast) throws IOException, RefusalFound {
    try (StorageFile file = storage.openToRead(name)) {
      SegmentScan scan = SegmentScan.begin(name, file);
      if (!ends.isEmpty()) {
        requireSuccessor(name, scan.header());
      }
      SegmentEnd end = scan.end();
      if (isLast) {
        requireTail(end, scan.proofBehind(end));
      }
      ends.add(end);
    }
  }

  /// The next segment must go on exactly where the one before ends. If it does, nothing that was
  /// acknowledged can be missing between them, whatever else stands at that end.
  private void requireSuccessor(String name, SegmentHeader header) throws RefusalFound {
    SegmentEnd before = ends.getLast();
    if (!header.id().equals(before.header().id())) {
      throw new RefusalFound(Damage.FOREIGN, name, 0, "it is of journal " + header.id());
    }
    if (header.firstSequence() == before.nextSequence()
        && header.previousCrc() == before.previousCrc()) {
      return;
    }
    if (header.firstSequence() <= before.nextSequence()) {
      String sentence = "it does not go on where " + before.file() + " ends";
      throw new RefusalFound(Damage.OUT_OF_ORDER, name, 0, sentence);
    }
    Damage damage =
        before.ending() == Ending.CLOSED ? Damage.SEGMENT_MISSING : Damage.BATCH_DAMAGED;
    String sentence =
        "records %d to %d are missing before %s"
            .formatted(before.nextSequence(), header.firstSequence() - 1, name);
    throw new RefusalFound(damage, before.file(), before.position(), sentence);
  }

  private static void requireTail(SegmentEnd end, long proof) throws RefusalFound {
    if (end.ending() == Ending.CLOSED) {
      String sentence = "the journal went on in a segment from " + end.nextSequence();
      throw new RefusalFound(Damage.SEGMENT_MISSING, end.file(), end.position(), sentence);
    }
    if (proof >= 0) {
      String sentence =
          "what stands after record %d is not whole, but was once: it was followed at %d"
              .formatted(end.nextSequence() - 1, proof);
      throw new RefusalFound(Damage.BATCH_DAMAGED, end.file(), end.position(), sentence);
    }
  }
}
