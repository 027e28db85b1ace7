package org.plimsoll.journal;

/// Why a recovery refuses to go on.
public enum Damage {
  /// The directory holds no part of a journal. To create one is for the caller to decide.
  NO_JOURNAL,

  /// The storage failed while being read.
  UNREADABLE,

  /// The header of a segment is not whole, or does not fit its file.
  HEADER_BROKEN,

  /// A segment or snapshot has a format that this version does not know.
  UNKNOWN_VERSION,

  /// A segment or snapshot belongs to another journal.
  FOREIGN,

  /// A segment is longer or shorter than it was made.
  LENGTH_WRONG,

  /// A segment that must have been there is gone.
  SEGMENT_MISSING,

  /// A batch is not whole, and something proves that it once was durable.
  BATCH_DAMAGED,

  /// A batch or segment is whole, but not the one that follows here.
  OUT_OF_ORDER,

  /// A snapshot was taken of more than the journal holds.
  SNAPSHOT_AHEAD,

  /// The journal no longer reaches back to its first record, and no snapshot that is whole stands
  /// in for what was pruned.
  NO_SNAPSHOT
}
