package org.plimsoll.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes one file so that whoever reads it meanwhile, and whoever comes after a crash, finds all
/// of the old text or all of the new one.
public final class WholeFile {
  private static final String UNFINISHED = "unfinished";

  private WholeFile() {}

  /// Writes `text` in UTF-8 to `file`, over an older one. A symbolic link stays one, and what is no
  /// regular file, such as `/dev/stdout`, is written to as it is.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Path file, String text) throws IOException {
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      Files.writeString(place, text);
      return;
    }
    try (PartialFolder partial = PartialFolder.beside(place)) {
      Files.writeString(partial.path().resolve(UNFINISHED), text);
      partial.release(UNFINISHED, place);
    }
  }
}
