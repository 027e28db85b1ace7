package org.plimsoll.model;

import java.util.List;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.TriggerEvent;

/// Every command gets the next place in history and one answer: a single refusal, or what it did.
public final class AnswerChecker implements HistoryChecker {
  private long sequence;

  @Override
  public void onCommand(Request request, List<Event> events) {
    sequence++;
    BrokenLaw.unless(events.size() >= 2, "no answer to " + request);
    BrokenLaw.unlessEqual(
        new Event.CommandSequenced(sequence, request.client(), request.clientSequence()),
        events.getFirst(),
        "place in history");
    boolean isRefused = events.get(1) instanceof Event.CommandRefused;
    boolean isDueAnyway = events.size() == 2 || startsDueWork(events.get(2));
    BrokenLaw.unless(!isRefused || isDueAnyway, "a refused command did more: " + events);
    boolean repeatsItself =
        events.subList(2, events.size()).stream()
            .anyMatch(event ->
                event instanceof Event.CommandRefused || event instanceof Event.CommandSequenced);
    BrokenLaw.unless(!repeatsItself, "a second answer in " + events);
  }

  /// Returns whether an event is the first of work that is due, which goes on after a command
  /// whatever that was answered.
  static boolean startsDueWork(Event event) {
    return event instanceof TriggerEvent.TriggerFired
        || (event instanceof OrderEvent.OrderCanceled canceled
            && canceled.cause() == CancelCause.MARKET_DELISTED);
  }
}
