package org.plimsoll.proof;

/// What came of reading something that a user gave: a value, or why there is none.
public sealed interface Reading<T> {
  /// It could be read. Whether it holds is another question.
  ///
  /// @param value what was read
  record Read<T>(T value) implements Reading<T> {}

  /// It could not be read.
  ///
  /// @param reason a sentence without a full stop
  record Unreadable<T>(String reason) implements Reading<T> {}
}
