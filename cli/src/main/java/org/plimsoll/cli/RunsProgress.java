package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.Locale;

/// How many of many runs are done, in one line on the error stream that is written over, with the
/// time left. Where nobody watches there is none.
final class RunsProgress implements AutoCloseable {
  private static final double SECOND_NS = 1e9;

  private final PrintWriter err;
  private final boolean isShown = Progress.isTerminal();
  private final int runs;
  private final long beganNs = System.nanoTime();
  private int width;

  RunsProgress(PrintWriter err, int runs) {
    this.err = err;
    this.runs = runs;
  }

  void reached(int done) {
    if (!isShown) {
      return;
    }
    double seconds = (System.nanoTime() - beganNs) / SECOND_NS;
    String line =
        String.format(
            Locale.ROOT,
            "%,d of %,d runs  %,.0f s left",
            done,
            runs,
            seconds * (runs - done) / Math.max(1, done));
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  @Override
  public void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
    }
  }
}
