package org.plimsoll.server.stream;

import java.util.LinkedHashSet;
import java.util.Set;
import org.plimsoll.server.http.Line;

/// The lines that hear a channel. Any thread may use it.
public final class Audience {
  /// The most channels that one line may hear.
  public static final int CHANNELS_MAX = 500;

  private final Set<Line> lines = new LinkedHashSet<>();

  /// Adds a line, and says so to it before it hears anything.
  public synchronized void add(Line line, String first) {
    line.send(first);
    lines.add(line);
  }

  /// Removes a line.
  public synchronized void remove(Line line) {
    lines.remove(line);
  }

  /// Returns whether nobody hears it.
  public synchronized boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Tells everybody.
  public synchronized void tell(String message) {
    lines.forEach(line -> line.send(message));
  }

  /// Ends every line, with why.
  synchronized void close(int code, String reason) {
    lines.forEach(line -> line.close(code, reason));
    lines.clear();
  }
}
