package org.plimsoll.proof;

import java.util.Optional;

/// What came of checking a proof, a commitment or a signature.
public sealed interface Check {
  /// Everything that was checked is as stated.
  record Holds() implements Check {}

  /// It does not hold.
  ///
  /// @param reason the first thing that is wrong, as a sentence without a full stop
  record Fails(String reason) implements Check {}

  /// Returns a failure for what was found wrong, or success if nothing was.
  static Check of(Optional<String> fault) {
    return fault.<Check>map(Fails::new).orElseGet(Holds::new);
  }
}
