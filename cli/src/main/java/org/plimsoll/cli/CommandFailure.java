package org.plimsoll.cli;

/// A verb's refusal that the user can act upon: the message is printed as it stands, without a
/// trace, and the process ends with the exit code. Anything else that a verb throws is taken for a
/// mistake in Plimsoll.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /// A refusal with the sentence to show; it says what was expected and, where there is one, what
  /// to do next. It may have several lines.
  public CommandFailure(ExitCode exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /// The code with which the process ends.
  public ExitCode exitCode() {
    return exitCode;
  }
}
