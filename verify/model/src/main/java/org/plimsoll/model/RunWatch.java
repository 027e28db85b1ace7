package org.plimsoll.model;

import org.plimsoll.protocol.Request;

/// What a law sees of one run of a history: each command before and after it was applied, and the
/// end. Many laws watch the same run, so none may change anything.
public interface RunWatch {
  /// Sees a command that nobody has applied yet.
  ///
  /// @throws BrokenLaw if the law does not hold
  default void before(Request request, LawRun run) {}

  /// Sees what a command did, at the real venue and at its twin.
  ///
  /// @throws BrokenLaw if the law does not hold
  void after(Request request, LawRun run);

  /// Sees the venue as the history has left it.
  ///
  /// @throws BrokenLaw if the law does not hold
  default void end(LawRun run) {}

  /// Adds what was reached that only the law knows of.
  default void tell(Coverage coverage) {}
}
