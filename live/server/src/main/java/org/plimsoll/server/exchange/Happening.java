package org.plimsoll.server.exchange;

import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;

/// A command with its place in history, and what it did.
///
/// @param sequence its place in history, from 1
/// @param events in order; the first is always [Event.CommandSequenced]
public record Happening(long sequence, List<Event> events) {
  /// Returns whether the command was refused.
  public boolean isRefused() {
    return events.size() > 1 && events.get(1) instanceof CommandRefused;
  }
}
