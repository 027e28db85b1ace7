package org.plimsoll.crowd;

import java.io.IOException;
import java.time.Duration;

/// Somebody who trades, by one thread.
interface Agent {
  /// Looks, and does what is to be done now.
  ///
  /// @return how long until it looks again
  /// @throws Refused if the exchange refuses what the agent cannot do without at this time
  /// @throws IOException if the exchange is not there
  Duration act() throws IOException, Refused, InterruptedException;

  /// Goes home, and leaves no order behind.
  default void leave() throws IOException, Refused, InterruptedException {}
}
