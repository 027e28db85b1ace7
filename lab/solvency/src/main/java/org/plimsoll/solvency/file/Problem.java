package org.plimsoll.solvency.file;

/// What is wrong with a file, and where.
///
/// @param file as the user named it
/// @param line from 1
/// @param column from 1
/// @param message one sentence that says what was expected
public record Problem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
