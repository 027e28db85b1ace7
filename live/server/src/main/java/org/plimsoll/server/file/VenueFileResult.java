package org.plimsoll.server.file;

import java.util.List;
import org.plimsoll.text.Problem;

/// What came of reading a venue file: a venue that opens, or every reason why there is none.
public sealed interface VenueFileResult {
  /// The file is a venue, and a new venue has taken all of its opening.
  record ReadVenue(VenueFile file, Opening opening) implements VenueFileResult {}

  /// The file is refused.
  ///
  /// @param problems at least one, in the order of the file
  record Refused(List<Problem> problems) implements VenueFileResult {
    /// Takes a copy.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
