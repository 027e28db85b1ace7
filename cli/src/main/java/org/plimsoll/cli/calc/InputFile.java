package org.plimsoll.cli.calc;

import java.nio.file.Path;
import org.plimsoll.cli.text.SmallText;
import org.plimsoll.cli.text.Unreadable;
import picocli.CommandLine;

/// A small text file with inputs.
///
/// @param command that was told to read it
record InputFile(Path path, CommandLine command) {
  private static final int BYTES_MAX = 1024 * 1024;

  /// Returns the text.
  ///
  /// @throws InvalidFile if it cannot be read
  String read() {
    try {
      return SmallText.of(path, BYTES_MAX);
    } catch (Unreadable refused) {
      throw refused(refused.reason());
    }
  }

  /// Returns the refusal of the file as a whole.
  InvalidFile refused(String reason) {
    return new InvalidFile(command, path + ": " + reason);
  }

  /// Returns the refusal of what stands in a line, counted from 1.
  InvalidFile refused(int line, String reason) {
    return new InvalidFile(command, path + ":" + line + ": " + reason);
  }
}
