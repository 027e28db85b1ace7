package org.plimsoll.journal;

/// How far a segment goes.
///
/// @param position behind its last whole batch
/// @param nextSequence the number that follows its last record
/// @param previousCrc the CRC of its last batch, or of what came before it
/// @param lastBatch where its last batch begins, -1 if it has none
/// @param ending what stands at `position`
record SegmentEnd(
    String file,
    SegmentHeader header,
    long position,
    long nextSequence,
    int previousCrc,
    long lastBatch,
    Ending ending) {
  /// What may stand behind the last whole batch.
  enum Ending {
    /// Zeros, as prewritten.
    BLANK,
    /// A mark: all before it was durable.
    MARKED,
    /// A mark, and that another segment follows.
    CLOSED,
    /// Something else: a batch that never became whole, or no longer is.
    BROKEN
  }

  boolean isMarked() {
    return ending == Ending.MARKED || ending == Ending.CLOSED;
  }
}
