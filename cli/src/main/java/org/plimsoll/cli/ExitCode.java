package org.plimsoll.cli;

/// What the process tells its caller. The numbers are part of the command line's contract and never
/// change their meaning; scripts and schedulers rely on them.
public enum ExitCode {
  /// The question was answered, and nothing that `--fail-on` names was found.
  SOUND(0),
  /// A mistake in Plimsoll itself, never the caller's.
  INTERNAL_ERROR(1),
  /// The command line cannot be understood, or something that the machine must have is missing.
  USAGE(2),
  /// Insolvent or unable to pay, in one of the senses that `--fail-on` names; or not covered by
  /// what is attested, or a proof that does not hold.
  INSOLVENT(3),
  /// An input was read and refused; nothing was written.
  INVALID_INPUT(4),
  /// Ended from outside, by Ctrl-C or a signal, before the answer was complete.
  STOPPED(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /// The number given to the operating system.
  public int number() {
    return number;
  }
}
