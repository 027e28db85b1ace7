package org.plimsoll.sweep;

/// A run failed.
public final class RunFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String line;

  /// Says which run failed.
  ///
  /// @param line that shows it again
  /// @param cause an [IllegalArgumentException] where the scenario cannot be run so
  public RunFailed(String line, RuntimeException cause) {
    super(cause.getMessage() + "; to see it again: " + line, cause);
    this.line = line;
  }

  /// Returns the line that shows it again.
  public String line() {
    return line;
  }
}
