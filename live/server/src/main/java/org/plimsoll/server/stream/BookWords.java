package org.plimsoll.server.stream;

/// How a dialect tells an order book. Those that are equal share a channel, and its messages.
public interface BookWords {
  /// Returns what is shown of the best levels.
  default Levels shown(Levels best) {
    return best;
  }

  /// Says all that is shown.
  String all(Levels shown, Seen seen);

  /// Says what has changed.
  ///
  /// @param changed levels with what rests at each now, and 0 for those that are gone
  /// @param shown all of it as it is now
  String changes(Levels changed, Levels shown, Seen seen);
}
