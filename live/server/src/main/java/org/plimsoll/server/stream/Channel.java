package org.plimsoll.server.stream;

import java.util.LinkedHashSet;
import java.util.Set;
import org.plimsoll.server.http.Line;

/// What is told of one market, and the lines that hear it. Who has just come is first told all that
/// there is.
///
/// One thread publishes; any may add and remove lines.
abstract sealed class Channel permits BookChannel, TickerChannel {
  /// Lines that have not been told all yet.
  final Set<Line> entering = new LinkedHashSet<>();

  final Set<Line> inside = new LinkedHashSet<>();

  /// Adds a line, and says so to it before it hears anything.
  final synchronized void add(Line line, String first) {
    line.send(first);
    entering.add(line);
  }

  final synchronized void remove(Line line) {
    entering.remove(line);
    inside.remove(line);
  }

  final synchronized boolean isWanted() {
    return !entering.isEmpty() || !inside.isEmpty();
  }

  final synchronized boolean hasEntering() {
    return !entering.isEmpty();
  }
}
