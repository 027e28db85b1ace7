package org.plimsoll.trials.protocolmodel;

/// A mistake that a protocol may have. That a snapshot gets its name a moment before its body is
/// synced is not among them: two are kept, so nothing is lost by it.
public enum Flaw {
  /// As it is built.
  NONE,
  /// A batch is promised before it is synced.
  PUBLISH_BEFORE_SYNC,
  /// A segment gets its name before its header is synced.
  NAME_SEGMENT_BEFORE_SYNC,
  /// A segment is used before its name is durable.
  USE_SEGMENT_BEFORE_ITS_NAME_IS_DURABLE,
  /// A start closes the segment before the last one while the name of the last is not durable.
  CLOSE_SEGMENT_BEFORE_THE_NEXT_IS_DURABLE,
  /// A snapshot gets its name and its body is never synced.
  NAME_SNAPSHOT_WITHOUT_SYNC,
  /// The state that is saved has seen a record that is not durable.
  SNAPSHOT_OF_WHAT_IS_NOT_DURABLE,
  /// History is deleted before the name of the snapshot that stands in for it is durable.
  PRUNE_BEFORE_THE_SNAPSHOT_IS_DURABLE,
  /// Several files are deleted with one sync at the end.
  PRUNE_WITH_ONE_SYNC,
  /// Newer segments are deleted before older ones.
  PRUNE_NEWEST_FIRST,
  /// A start writes the mark behind the last batch before it has made sure of that.
  MARK_BEFORE_SYNC,
  /// A start answers from what it reads before it has made sure of it.
  ANSWER_BEFORE_MAKING_SURE
}
