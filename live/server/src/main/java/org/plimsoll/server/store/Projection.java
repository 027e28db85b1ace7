package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.protocol.Event;

/// Turns what happens into rows, for some of the tables.
interface Projection {
  /// Something happened.
  ///
  /// @param rest what happened after it by the same command
  void on(Event event, List<Event> rest);

  /// All that a command did has been told.
  default void end() {}
}
