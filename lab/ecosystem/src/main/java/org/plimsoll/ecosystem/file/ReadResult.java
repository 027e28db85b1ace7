package org.plimsoll.ecosystem.file;

import java.util.List;
import org.plimsoll.text.Problem;

/// What came of reading a file: a scenario, or every reason why there is none.
public sealed interface ReadResult {
  /// The file is a scenario.
  record Loaded(LoadedScenario scenario) implements ReadResult {}

  /// The file is refused.
  ///
  /// @param problems at least one, in the order of the file
  record Refused(List<Problem> problems) implements ReadResult {
    /// Takes a copy.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
