package org.plimsoll.server.v1;

import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Happening;

/// What became of a command that a client sent.
final class Sent {
  private Sent() {}

  /// Returns what it did.
  ///
  /// @throws NativeError if it was refused, or never came to the venue
  static Happening done(Answer answer) {
    return switch (answer) {
      case Answer.Done done -> done.happening();
      case Answer.Refused refused -> throw NativeError.refused(refused.sequence(), refused.why());
      case Answer.Turned turned -> throw new NativeError(503, "not taken: " + turned.why());
      case Answer.Unknown _ -> throw new NativeError(503, "nobody knows what became of it");
    };
  }
}
