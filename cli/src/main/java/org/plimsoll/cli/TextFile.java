package org.plimsoll.cli;

import java.nio.file.Path;
import org.plimsoll.cli.text.SmallText;
import org.plimsoll.cli.text.Unreadable;

/// A small text file that a verb was asked to read.
record TextFile(Path path) {
  private static final int BYTES_MAX = 16 * 1024 * 1024;

  /// Returns the text; what cannot be read ends the verb with exit code 4.
  String read() {
    try {
      return SmallText.of(path, BYTES_MAX);
    } catch (Unreadable refused) {
      throw refused(refused.reason());
    }
  }

  /// Returns the refusal of what the file says.
  CommandFailure refused(String reason) {
    return new CommandFailure(ExitCode.INVALID_INPUT, path + ": " + reason);
  }
}
