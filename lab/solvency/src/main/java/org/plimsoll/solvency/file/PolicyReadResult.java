package org.plimsoll.solvency.file;

import java.util.List;
import org.plimsoll.solvency.policy.Policy;
import org.plimsoll.text.Problem;

/// What became of a policy file: rules, or every reason why it holds none.
public sealed interface PolicyReadResult {
  /// The file holds these rules.
  ///
  /// @param policy the rules, with those of the book where the file says nothing
  record ReadPolicy(Policy policy) implements PolicyReadResult {}

  /// The file is refused.
  ///
  /// @param problems in the order of the file; at least one
  record Refused(List<Problem> problems) implements PolicyReadResult {
    /// Takes a copy.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
