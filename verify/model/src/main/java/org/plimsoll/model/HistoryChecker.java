package org.plimsoll.model;

import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Request;

/// Watches a venue from outside: it sees commands and events and nothing else.
public interface HistoryChecker {
  /// Sees a command and everything that happened because of it.
  ///
  /// @throws BrokenLaw if that should not have happened
  void onCommand(Request request, List<Event> events);
}
