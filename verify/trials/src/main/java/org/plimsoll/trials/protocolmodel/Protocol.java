package org.plimsoll.trials.protocolmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plimsoll.trials.protocolmodel.Step.Change;
import org.plimsoll.trials.protocolmodel.Step.Publish;
import org.plimsoll.trials.protocolmodel.Step.Sync;

/// The steps of the journal's threads, as `JournalWriter`, `Snapshots` and `Recovered` take them.
final class Protocol {
  private final Flaw flaw;

  Protocol(Flaw flaw) {
    this.flaw = flaw;
  }

  /// One record from the buffer to the promise, in a new segment if it is the first of one.
  List<Step> commit(int record) {
    int segment = Facts.segmentOf(record);
    List<Step> steps = new ArrayList<>();
    if (record == Facts.firstOf(segment)) {
      steps.addAll(publishSegment(segment));
    }
    steps.add(new Change(Facts.batch(record), true));
    steps.add(new Sync(Facts.contentOf(segment)));
    steps.add(new Publish(record));
    steps.add(new Change(Facts.mark(record), true));
    if (flaw == Flaw.PUBLISH_BEFORE_SYNC) {
      Collections.swap(steps, steps.size() - 2, steps.size() - 3);
    }
    return steps;
  }

  private List<Step> publishSegment(int segment) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Change(Facts.header(segment), true));
    steps.add(new Sync(Facts.contentOf(segment)));
    steps.add(new Change(Facts.segmentName(segment), true));
    steps.add(new Sync(Facts.NAMES));
    if (flaw == Flaw.NAME_SEGMENT_BEFORE_SYNC) {
      Collections.swap(steps, 1, 2);
    }
    if (flaw == Flaw.USE_SEGMENT_BEFORE_ITS_NAME_IS_DURABLE) {
      return steps.subList(0, 3);
    }
    if (segment > 0) {
      steps.addAll(close(segment - 1));
    }
    return steps;
  }

  private static List<Step> close(int segment) {
    return List.of(new Change(Facts.closed(segment), true), new Sync(Facts.contentOf(segment)));
  }

  /// The record whose state a snapshot may be taken of.
  int snapshotOf(int promised, int begun) {
    return flaw == Flaw.SNAPSHOT_OF_WHAT_IS_NOT_DURABLE ? begun : promised;
  }

  /// A snapshot from its first byte to the pruning of what lies before the one before it.
  ///
  /// @param facts what is shown at its beginning; the other thread only adds to it at the end
  List<Step> save(int record, int facts) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Change(Facts.body(record), true));
    steps.add(new Sync(Facts.body(record)));
    steps.add(new Change(Facts.snapshotName(record), true));
    if (flaw == Flaw.NAME_SNAPSHOT_WITHOUT_SYNC) {
      steps.remove(1);
    }
    steps.add(new Sync(Facts.NAMES));
    steps.addAll(prune(ModelRecovery.newestSnapshot(facts, record - 1), facts));
    if (flaw == Flaw.PRUNE_BEFORE_THE_SNAPSHOT_IS_DURABLE) {
      // With one snapshot kept instead of two, nothing else is left to lean on.
      steps.subList(3, steps.size()).clear();
      steps.addAll(prune(record, facts));
    }
    return steps;
  }

  private List<Step> prune(int kept, int facts) {
    List<Integer> names = new ArrayList<>();
    for (int record = 1; record < kept; record++) {
      names.add(Facts.snapshotName(record));
    }
    List<Integer> segments = new ArrayList<>();
    for (int segment = 0;
        Facts.lastOf(segment) <= kept && Facts.lastOf(segment) < Facts.RECORDS;
        segment++) {
      // The last segment that there is stays.
      if ((facts & Facts.segmentName(segment + 1)) != 0) {
        segments.add(Facts.segmentName(segment));
      }
    }
    names.addAll(flaw == Flaw.PRUNE_NEWEST_FIRST ? segments.reversed() : segments);
    List<Step> steps = new ArrayList<>();
    for (int name : names) {
      if ((facts & name) != 0) {
        steps.add(new Change(name, false));
        if (flaw != Flaw.PRUNE_WITH_ONE_SYNC) {
          steps.add(new Sync(Facts.NAMES));
        }
      }
    }
    return steps;
  }

  /// What a start does before it answers from what it has found.
  List<Step> resume(int last, int facts) {
    if (flaw == Flaw.ANSWER_BEFORE_MAKING_SURE) {
      return List.of(new Publish(last));
    }
    int tail = ModelRecovery.lastSegment(facts);
    List<Step> closing =
        tail > 0 && (facts & Facts.closed(tail - 1)) == 0 ? close(tail - 1) : List.of();
    Step names = new Sync(Facts.NAMES);
    List<Step> steps = new ArrayList<>();
    if (flaw == Flaw.CLOSE_SEGMENT_BEFORE_THE_NEXT_IS_DURABLE) {
      steps.addAll(closing);
      steps.add(names);
    } else {
      steps.add(names);
      steps.addAll(closing);
    }
    steps.addAll(makeSure(last, tail, facts));
    steps.add(new Publish(last));
    return steps;
  }

  /// Writes the last batch again, unless a mark proves it, and then the mark behind it.
  private List<Step> makeSure(int last, int tail, int facts) {
    Step sync = new Sync(Facts.contentOf(tail));
    List<Step> steps = new ArrayList<>();
    if (last >= Facts.firstOf(tail)) {
      if ((facts & Facts.mark(last)) == 0) {
        steps.add(new Change(Facts.batch(last), true));
        steps.add(sync);
      }
      steps.add(new Change(Facts.mark(last), true));
    }
    if (flaw == Flaw.MARK_BEFORE_SYNC) {
      steps.remove(sync);
    }
    steps.add(sync);
    return steps;
  }
}
