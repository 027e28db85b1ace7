package org.plimsoll.text;

/// What is known of a file while it becomes what it says.
///
/// A reader of one kind of file extends this by the names that such a file declares.
public class Reading {
  private final Problems problems;
  private boolean isIncomplete;

  /// Starts with what was found wrong so far.
  public Reading(Problems problems) {
    this.problems = problems;
  }

  /// Returns what is wrong with the file.
  public final Problems problems() {
    return problems;
  }

  /// Returns a value that stands in for one that could not be read.
  public final <T> T standIn(T value) {
    isIncomplete = true;
    return value;
  }

  /// Checks that whatever could not be read was refused.
  ///
  /// @throws IllegalStateException if the schema let something pass that cannot be read
  public final void requireComplete() {
    if (isIncomplete && problems.isEmpty()) {
      throw new IllegalStateException("the schema let pass what cannot be read");
    }
  }
}
