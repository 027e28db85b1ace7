package org.plimsoll.journal;

/// What a batch header announces. On disk by position in this list.
enum BatchKind {
  /// Records, one or more.
  RECORDS,

  /// Nothing: it only says, as every header does, that all before it was durable when it was
  /// written. The next batch is written over it.
  MARK,

  /// As a mark, and that the journal goes on in another segment.
  CLOSED
}
