package org.plimsoll.server.keys;

/// What is said to a request.
public sealed interface Verdict {
  /// It may go on.
  record Allowed(Principal principal) implements Verdict {}

  /// It may not.
  ///
  /// @param why for whoever counts
  /// @param text for the client, who matches on it
  record Denied(Denial why, String text) implements Verdict {
    /// The status of the HTTP answer.
    public int status() {
      return why.status();
    }
  }
}
