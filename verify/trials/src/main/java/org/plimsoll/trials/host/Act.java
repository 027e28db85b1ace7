package org.plimsoll.trials.host;

import org.plimsoll.protocol.Request;
import org.plimsoll.trials.disk.Fault;
import org.plimsoll.trials.disk.Survival;

/// One thing that happens in a trial. A list of them is a whole trial, and can be run again.
public sealed interface Act {
  /// A client has something to ask.
  record Ask(Request request) implements Act {}

  /// Somebody sends bytes that may be no command, as hexadecimal digits.
  record Garble(String hex) implements Act {}

  /// The thread that decides has its turn.
  record Decide() implements Act {}

  /// The thread of the disk has its turn.
  record Write() implements Act {}

  /// The clock shows another time from now on.
  record Clock(long nowNs) implements Act {}

  /// Something goes wrong with the disk after so many effects more.
  ///
  /// @param file effects on files whose names have this in them count; all do if it is empty
  record Arm(int effects, Fault fault, String file) implements Act {}

  /// The disk has room for further bytes from now on, or none.
  record Room(boolean isThere) implements Act {}

  /// The host is told to stop.
  record Stop() implements Act {}

  /// A new process starts. One that still runs is dead by then, and so may be its machine.
  ///
  /// @param flip picks a bit on the disk that has changed meanwhile; none if negative
  record Start(Survival survival, long flip) implements Act {}
}
