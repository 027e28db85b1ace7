package org.plimsoll.cli;

/// Gives Ctrl-C and the termination signals their exit code. Java itself would end with 128 plus
/// the number of the signal; a shutdown hook is the portable way to end with another one.
final class Interruption {
  private volatile boolean finished;

  private Interruption() {}

  /// From now on, an end of the process before [#disarm] counts as a stop from outside.
  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::end));
    return interruption;
  }

  /// The answer is complete: the process may end with its own code.
  void disarm() {
    finished = true;
  }

  /// Takes the process's own error stream: the verb may hold the lock of the writer that it is
  /// blocked on, and a stop must not wait for it.
  private void end() {
    if (finished) {
      return;
    }
    System.err.println("plimsoll: stopped before the answer was complete");
    Runtime.getRuntime().halt(ExitCode.STOPPED.number());
  }
}
