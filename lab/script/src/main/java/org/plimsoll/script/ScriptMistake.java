package org.plimsoll.script;

import java.io.Serial;

/// A line that makes no sense; the parser catches it and goes on with the next line.
final class ScriptMistake extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int column;

  ScriptMistake(int column, String message) {
    super(message);
    this.column = column;
  }

  int column() {
    return column;
  }

  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
