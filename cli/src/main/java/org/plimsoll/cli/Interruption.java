package org.plimsoll.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Gives Ctrl-C and the termination signals their exit code. Java itself would end with 128 plus
/// the number of the signal; a shutdown hook is the portable way to end with another one.
final class Interruption {
  /// How long work that was asked to end early has for it and for writing its answer.
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.STOPPED.number();

  private Interruption() {}

  /// From now on, an end of the process before [#disarm] counts as a stop from outside.
  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::end));
    return interruption;
  }

  /// The answer is complete: the process may end with its own code.
  void disarm(int ownCode) {
    exitCode = ownCode;
    finished.countDown();
  }

  /// Takes the process's own error stream: the verb may hold the lock of the writer that it is
  /// blocked on, and a stop must not wait for it.
  private void end() {
    if (finished.getCount() == 0) {
      return;
    }
    if (EarlyEnd.isService()) {
      boolean isStopped = EarlyEnd.ask() && isFinishedSoon();
      Runtime.getRuntime().halt(isStopped ? exitCode : ExitCode.STOPPED.number());
    }
    System.err.println(
        EarlyEnd.ask() && isFinishedSoon()
            ? "plimsoll: stopped early; the answer says how far it came"
            : "plimsoll: stopped before the answer was complete");
    Runtime.getRuntime().halt(ExitCode.STOPPED.number());
  }

  private boolean isFinishedSoon() {
    try {
      return finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
