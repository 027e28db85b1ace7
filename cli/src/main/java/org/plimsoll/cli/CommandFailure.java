package org.plimsoll.cli;

/// A verb's refusal that the user can act upon: the message is printed as it stands, without a
/// trace, and the process ends with the exit code. Anything else that a verb throws is taken for a
/// mistake in Plimsoll.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final boolean namesItsPlace;

  /// A refusal with the sentence to show; it says what was expected and, where there is one, what
  /// to do next. It may have several lines.
  public CommandFailure(ExitCode exitCode, String message) {
    this(exitCode, message, false);
  }

  private CommandFailure(ExitCode exitCode, String message, boolean namesItsPlace) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.namesItsPlace = namesItsPlace;
  }

  /// A refusal of an input, with lines that each begin with the file and the line in it, as editors
  /// expect them.
  static CommandFailure inInput(String lines) {
    return new CommandFailure(ExitCode.INVALID_INPUT, lines, true);
  }

  /// Whether the message begins with the place that it is about.
  boolean namesItsPlace() {
    return namesItsPlace;
  }

  /// The code with which the process ends.
  public ExitCode exitCode() {
    return exitCode;
  }
}
