package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.plimsoll.ecosystem.scenario.Moments;

/// How far a run has come, in one line on the error stream that is written over: the simulated
/// date, the venue's events in a second, and the time left. Where nobody watches there is none.
final class RunProgress implements AutoCloseable {
  private static final double SECOND_NS = 1e9;
  private static final int DATE_CHARS = 10;

  private final PrintWriter err;
  private final boolean isShown = Progress.isTerminal();
  private final long beganNs = System.nanoTime();
  private int width;

  RunProgress(PrintWriter err) {
    this.err = err;
  }

  void reached(long startNs, long nowNs, long untilNs, long events) {
    if (!isShown || nowNs == startNs) {
      return;
    }
    double seconds = (System.nanoTime() - beganNs) / SECOND_NS;
    double share = (double) (nowNs - startNs) / (untilNs - startNs);
    String line =
        String.format(
            Locale.ROOT,
            "%s  %3.0f%%  %,.0f events/s  %.0f s left",
            Moments.of(nowNs).toString().substring(0, DATE_CHARS),
            100 * share,
            events / Math.max(seconds, 1e-3),
            seconds * (1 - share) / share);
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
