package org.plimsoll.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.server.file.VenueFileReader;
import org.plimsoll.server.file.VenueFileResult;
import org.plimsoll.venue.Limits;

/// The file by which the venue of a directory was opened: kept beside its journal, since a server
/// that starts again goes on with what its venue is, whatever has become of the file since.
final class VenueOfDirectory {
  private static final String KEPT = "venue.yaml";

  private VenueOfDirectory() {}

  /// Reads it, and keeps a copy if the directory is new.
  ///
  /// @throws ServerRefusal if the file makes no sense, or is another one than the venue's
  static VenueFileResult.ReadVenue of(
      Path directory, Optional<Path> named, Limits limits, Instant now)
      throws ServerRefusal, IOException {
    Path kept = directory.resolve(KEPT);
    if (Files.exists(kept)) {
      requireSame(kept, named);
    }
    byte[] bytes = Files.exists(kept) ? Files.readAllBytes(kept) : bytes(named);
    String name = Files.exists(kept) ? kept.toString() : named.map(Path::toString).orElse(KEPT);
    VenueFileReader reader = new VenueFileReader(limits, now);
    return switch (reader.read(bytes, name)) {
      case VenueFileResult.ReadVenue read -> {
        if (!Files.exists(kept)) {
          Files.write(kept, bytes);
        }
        yield read;
      }
      case VenueFileResult.Refused refused ->
          throw new ServerRefusal(
              refused.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  private static byte[] bytes(Optional<Path> named) throws IOException {
    if (named.isPresent()) {
      return Files.readAllBytes(named.get());
    }
    try (InputStream sandbox = VenueFileReader.sandboxFile()) {
      return sandbox.readAllBytes();
    }
  }

  private static void requireSame(Path kept, Optional<Path> named)
      throws ServerRefusal, IOException {
    if (named.isPresent()
        && !Arrays.equals(Files.readAllBytes(kept), Files.readAllBytes(named.get()))) {
      throw new ServerRefusal(
          "the venue in "
              + kept.getParent()
              + " was opened by another file, which is kept as "
              + kept
              + "; name no file, or another directory");
    }
  }
}
