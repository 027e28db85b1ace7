package org.plimsoll.model;

import java.util.List;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Request;

/// Every command gets the next place in history and one answer: a single refusal, or what it did.
/// What was due besides may follow, and says so.
public final class AnswerChecker implements HistoryChecker {
  private long sequence;

  @Override
  public void onCommand(Request request, List<Event> events) {
    sequence++;
    BrokenLaw.unless(events.size() >= 2, () -> "no answer to " + request);
    BrokenLaw.unlessEqual(
        new Event.CommandSequenced(sequence, request.client(), request.clientSequence()),
        events.getFirst(),
        "place in history");
    boolean isRefused = events.get(1) instanceof Event.CommandRefused;
    boolean didMore = events.size() > 2 && !startsDueWork(events.get(2));
    BrokenLaw.unless(!isRefused || !didMore, () -> "a refused command did more: " + events);
    boolean repeatsItself =
        events.subList(2, events.size()).stream()
            .anyMatch(event ->
                event instanceof Event.CommandRefused || event instanceof Event.CommandSequenced);
    BrokenLaw.unless(!repeatsItself, () -> "a second answer in " + events);
  }

  /// Returns whether an event is the first of a step of due work, which goes on after a command
  /// whatever that was answered.
  static boolean startsDueWork(Event event) {
    return event instanceof ClockEvent.DueWorkBegan;
  }
}
