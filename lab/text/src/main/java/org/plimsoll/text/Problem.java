package org.plimsoll.text;

import java.io.Serializable;

/// Why a file was refused, and where to look.
///
/// @param file the name under which the file was given
/// @param line from 1; 0 if the file as a whole is meant
/// @param column in characters, from 1; 0 if the file as a whole is meant
/// @param message a sentence that says what was found and what was expected
public record Problem(String file, int line, int column, String message) implements Serializable {
  /// Returns `file:line:column: sentence`, or `file: sentence` for the file as a whole.
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
