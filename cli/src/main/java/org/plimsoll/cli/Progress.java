package org.plimsoll.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// How far long work has come: one line on the error stream that is written over, and gone when the
/// work ends. Where nobody watches, in a pipe or a log, there is none.
///
/// Not for several threads at once. It has no clock: the line changes with each whole percent, and
/// with what is known by then, so it costs nothing in a loop, and a test can say what is shown.
final class Progress implements AutoCloseable {
  private static final int PERCENT = 100;

  private final PrintWriter err;
  private final boolean isShown;
  private final String what;
  private final long total;
  private long shown = -1;
  private String known = "";
  private int width;

  /// Starts the work.
  ///
  /// @param isShown whether somebody watches; see [#isTerminal]
  /// @param what is being done, such as `simulating`
  /// @param total how many units of it there are; positive
  /// @throws IllegalArgumentException if `total` is not positive
  Progress(PrintWriter err, boolean isShown, String what, long total) {
    if (total <= 0) {
      throw new IllegalArgumentException("total " + total + " is not positive");
    }
    this.err = err;
    this.isShown = isShown;
    this.what = what;
    this.total = total;
  }

  /// Returns whether input and output are a terminal that can write over a line.
  static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && !"dumb".equals(System.getenv("TERM"));
  }

  /// Says that `done` units are done by now.
  void reached(long done) {
    reached(done, "");
  }

  /// Says that `done` units are done by now, and what is known from them; no line break in it.
  void reached(long done, String soFar) {
    long percent = (long) StrictMath.floor(PERCENT * (double) done / total);
    if (!isShown || (percent == shown && soFar.equals(known))) {
      return;
    }
    shown = percent;
    known = soFar;
    String line = what + " " + percent + "%" + (soFar.isEmpty() ? "" : "  " + soFar);
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
    }
  }
}
