package org.plimsoll.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What a server writes for whoever runs it, on its error stream: a line for each thing, with its
/// time first, then how bad it is, who says so, keys and values, and a sentence. The server's own
/// lines are formed by `simplelogger.properties`; this forms those of the web server alike.
final class ServeLog {
  private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s - %5$s%6$s%n";

  /// It warns of every client that sends what is no request. Whoever is not held is forgotten.
  private static final Logger WEB = Logger.getLogger("io.helidon");

  private ServeLog() {}

  static void open() {
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    WEB.setLevel(Level.SEVERE);
  }
}
