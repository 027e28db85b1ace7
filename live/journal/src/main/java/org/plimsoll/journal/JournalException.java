package org.plimsoll.journal;

import org.jspecify.annotations.Nullable;

/// The disk did not do its part. Whoever gets this acknowledges nothing beyond
/// [JournalWriter#durableSequence].
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What kind of trouble it is.
  private final JournalFault fault;

  JournalException(JournalFault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /// Returns what kind of trouble it is.
  public JournalFault fault() {
    return fault;
  }
}
