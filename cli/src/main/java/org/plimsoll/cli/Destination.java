package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file or folder that a verb was asked to write.
record Destination(Path path) {
  /// Something that writes.
  @FunctionalInterface
  interface Writing {
    /// Writes to the path.
    void to(Path path) throws IOException;
  }

  /// Writes; what the machine refuses is the user's to mend, with exit code 2.
  void write(Writing writing) {
    try {
      writing.to(path);
    } catch (IOException refused) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot write to " + path + ": " + reason(refused) + "; give a place you may write to");
    }
  }

  private static String reason(IOException refused) {
    return switch (refused) {
      case NoSuchFileException _ -> "there is no folder for it";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      default -> refused.toString();
    };
  }
}
