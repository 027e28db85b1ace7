package org.plimsoll.trials.protocolmodel;

/// What may be true of the files, one bit each. Records are numbered from 1, and a batch is one
/// record; segments from 0.
final class Facts {
  static final int RECORDS = 5;
  static final int RECORDS_PER_SEGMENT = 2;
  static final int SEGMENTS = 3;

  private static final int HEADER = 0;
  private static final int SEGMENT_NAME = HEADER + SEGMENTS;
  private static final int BATCH = SEGMENT_NAME + SEGMENTS;
  private static final int BODY = BATCH + RECORDS;
  private static final int SNAPSHOT_NAME = BODY + RECORDS;
  private static final int CLOSED = SNAPSHOT_NAME + RECORDS;
  private static final int MARK = CLOSED + SEGMENTS;

  /// All facts about which files there are.
  static final int NAMES = bits(SEGMENT_NAME, SEGMENTS) | bits(SNAPSHOT_NAME, RECORDS);

  private Facts() {}

  private static int bits(int from, int count) {
    return ((1 << count) - 1) << from;
  }

  static int segmentOf(int record) {
    return (record - 1) / RECORDS_PER_SEGMENT;
  }

  static int firstOf(int segment) {
    return segment * RECORDS_PER_SEGMENT + 1;
  }

  static int lastOf(int segment) {
    return Math.min(RECORDS, firstOf(segment + 1) - 1);
  }

  /// The segment's header is in its file.
  static int header(int segment) {
    return 1 << (HEADER + segment);
  }

  /// The file has the name of this segment.
  static int segmentName(int segment) {
    return 1 << (SEGMENT_NAME + segment);
  }

  /// The batch with this record is in its place.
  static int batch(int record) {
    return 1 << (BATCH + record - 1);
  }

  /// A mark says that the batch with this record was durable when it was written. What overwrites
  /// it says the same.
  static int mark(int record) {
    return 1 << (MARK + record - 1);
  }

  /// The state after this record is whole in its file.
  static int body(int record) {
    return 1 << (BODY + record - 1);
  }

  /// The file has the name of this snapshot.
  static int snapshotName(int record) {
    return 1 << (SNAPSHOT_NAME + record - 1);
  }

  /// The segment's file says that another follows it.
  static int closed(int segment) {
    return 1 << (CLOSED + segment);
  }

  /// All that one sync of a segment's file covers.
  static int contentOf(int segment) {
    int content = header(segment) | closed(segment);
    for (int record = firstOf(segment); record <= lastOf(segment); record++) {
      content |= batch(record) | mark(record);
    }
    return content;
  }
}
