package org.plimsoll.trials.protocolmodel;

/// What a start makes of the files, by the rules of docs/reference/journal.md.
final class ModelRecovery {
  /// There is no whole history.
  static final int REFUSED = -1;

  private ModelRecovery() {}

  private static boolean holds(int facts, int fact) {
    return (facts & fact) != 0;
  }

  /// The last record of the whole history, or [#REFUSED].
  static int last(int facts) {
    int segment = 0;
    while (segment < Facts.SEGMENTS && !holds(facts, Facts.segmentName(segment))) {
      segment++;
    }
    if (segment == Facts.SEGMENTS) {
      return REFUSED;
    }
    int last = lastOfSegments(facts, segment);
    return last == REFUSED || !isCovered(facts, Facts.firstOf(segment), last) ? REFUSED : last;
  }

  /// Follows the segments from the first that is there.
  private static int lastOfSegments(int facts, int first) {
    int next = Facts.firstOf(first);
    for (int segment = first; segment < Facts.SEGMENTS; segment++) {
      if (holds(facts, Facts.segmentName(segment))) {
        if (next != Facts.firstOf(segment) || !holds(facts, Facts.header(segment))) {
          return REFUSED;
        }
        while (next <= Facts.lastOf(segment) && holds(facts, Facts.batch(next))) {
          next++;
        }
        for (int proof = next; proof <= Facts.lastOf(segment); proof++) {
          if (holds(facts, Facts.batch(proof) | Facts.mark(proof))) {
            return REFUSED;
          }
        }
      }
    }
    return isCutShort(facts) ? REFUSED : next - 1;
  }

  /// Whether a segment says that another follows it, which is not there.
  private static boolean isCutShort(int facts) {
    int last = lastSegment(facts);
    return holds(facts, Facts.closed(last)) && last < Facts.SEGMENTS - 1;
  }

  /// The last segment that there is by name; there is one.
  static int lastSegment(int facts) {
    int segment = Facts.SEGMENTS - 1;
    while (!holds(facts, Facts.segmentName(segment))) {
      segment--;
    }
    return segment;
  }

  /// Whether snapshots stand in for what is no longer there, and none for what never was.
  private static boolean isCovered(int facts, int first, int last) {
    if (newestSnapshot(facts, Facts.RECORDS) > last) {
      return false;
    }
    boolean isCovered = first == 1;
    for (int record = Math.max(first - 1, 1); record <= last; record++) {
      isCovered |= holds(facts, Facts.snapshotName(record)) && holds(facts, Facts.body(record));
    }
    return isCovered;
  }

  /// The newest snapshot by name, up to this record; 0 if none.
  static int newestSnapshot(int facts, int upTo) {
    int record = upTo;
    while (record > 0 && !holds(facts, Facts.snapshotName(record))) {
      record--;
    }
    return record;
  }

  /// What is left when files without a name are deleted.
  static int withoutLeftovers(int facts) {
    int kept = facts & Facts.NAMES;
    for (int segment = 0; segment < Facts.SEGMENTS; segment++) {
      kept |= holds(facts, Facts.segmentName(segment)) ? facts & Facts.contentOf(segment) : 0;
    }
    for (int record = 1; record <= Facts.RECORDS; record++) {
      kept |= holds(facts, Facts.snapshotName(record)) ? facts & Facts.body(record) : 0;
    }
    return kept;
  }
}
