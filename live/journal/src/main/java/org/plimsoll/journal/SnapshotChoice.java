package org.plimsoll.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which snapshot a start may begin from: the newest that is whole and that the journal goes on
/// from.
final class SnapshotChoice {
  private final Storage storage;
  private final List<Long> newestFirst;
  private final List<SegmentEnd> ends;

  SnapshotChoice(Storage storage, List<String> names, List<SegmentEnd> ends) {
    this.storage = storage;
    this.newestFirst = FileName.sequences(names, FileName.SNAPSHOT).reversed();
    this.ends = ends;
  }

  Recovered recovered() throws IOException, RefusalFound {
    SegmentHeader first = ends.getFirst().header();
    requireNoneAhead(ends.getLast());
    List<String> passedOver = new ArrayList<>();
    Optional<Snapshot> chosen = Optional.empty();
    for (long sequence : newestFirst) {
      boolean isReached = sequence >= first.firstSequence() - 1;
      if (chosen.isEmpty() && isReached) {
        chosen = SnapshotCheck.read(storage, first.id(), sequence);
        if (chosen.isEmpty()) {
          passedOver.add(FileName.snapshot(sequence));
        }
      }
    }
    if (chosen.isEmpty() && first.firstSequence() > 1) {
      String sentence =
          "nothing stands in for the records before " + first.firstSequence() + ", pruned or lost";
      throw new RefusalFound(Damage.NO_SNAPSHOT, ends.getFirst().file(), 0, sentence);
    }
    return new Recovered(ends, chosen, passedOver);
  }

  /// A snapshot is only taken of what is durable, so one of more than there is proves a loss. Its
  /// name is enough: no file gets it before it is whole.
  private void requireNoneAhead(SegmentEnd tail) throws RefusalFound {
    long last = tail.nextSequence() - 1;
    if (!newestFirst.isEmpty() && newestFirst.getFirst() > last) {
      String name = FileName.snapshot(newestFirst.getFirst());
      throw new RefusalFound(Damage.SNAPSHOT_AHEAD, name, 0, "the journal ends at record " + last);
    }
  }
}
