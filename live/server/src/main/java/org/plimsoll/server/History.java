package org.plimsoll.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.venue.Limits;

/// A history that lies in a folder: that of a server, with the venue's file, or that of a run, with
/// the facts of its scenario.
///
/// @param journal the directory of the journal
record History(Path journal, LiveFacts facts) {
  /// Finds it.
  ///
  /// @throws ServerRefusal if there is none, or nobody says what its assets are
  /// @throws IOException if it cannot be read
  static History in(Path folder) throws ServerRefusal, IOException {
    if (Files.exists(folder.resolve("venue.yaml"))) {
      ReadVenue venue =
          VenueOfDirectory.of(folder, Optional.empty(), Limits.DEFAULT, Instant.now());
      return new History(folder.resolve("journal"), LiveFactsOf.venue(venue.file()));
    }
    if (Files.exists(folder.resolve(FactsFile.NAME))) {
      return new History(folder, FactsFile.read(folder));
    }
    throw new ServerRefusal(
        folder
            + ": there is neither the data of a server nor the history of a run; `simulate"
            + " SCENARIO --journal DIR` writes one");
  }
}
