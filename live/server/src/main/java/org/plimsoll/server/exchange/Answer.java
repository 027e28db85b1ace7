package org.plimsoll.server.exchange;

import org.plimsoll.protocol.Event.CommandRefused;

/// What became of a command that was sent.
public sealed interface Answer {
  /// It is kept, it was applied, and everything that is asked from here on knows it.
  record Done(Happening happening) implements Answer {}

  /// It is kept, and a rule refused it.
  ///
  /// @param sequence its place in history
  record Refused(long sequence, CommandRefused why) implements Answer {}

  /// It is not known to the venue and can be sent again.
  ///
  /// @param why a word for it
  record Turned(Why why) implements Answer {}

  /// Why a command never came to the venue.
  enum Why {
    /// As many wait as may.
    BUSY,
    /// The disk has no room.
    NO_ROOM,
    /// No node of the cluster tells anything new.
    OUT_OF_TOUCH,
    /// The venue has stopped or halted.
    STOPPED
  }

  /// Nobody knows what became of it: the venue stopped with it under way, or takes too long.
  record Unknown() implements Answer {}
}
