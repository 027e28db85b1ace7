package org.plimsoll.server.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.text.Problems;
import org.plimsoll.text.bind.Keys;
import org.plimsoll.units.Exact;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

/// Opens a venue once that nobody trades on, to see whether it takes every command.
final class Rehearsal {
  private static final int CLIENT = 0;

  private final List<Event> heard = new ArrayList<>();
  private final Venue venue;
  private long sequence;

  private Rehearsal(Limits limits) {
    venue = new Venue(limits, new EventRecorder(heard::add));
  }

  /// Adds a problem for the first command that is refused; what comes after it may lean on it.
  static void of(Opening opening, Limits limits, Instant now, Problems problems) {
    Rehearsal rehearsal = new Rehearsal(limits);
    rehearsal.apply(new AdvanceTime(now.getEpochSecond() * Exact.ONE_E9, 0));
    for (Opening.Step step : opening.steps()) {
      List<Event> events = rehearsal.apply(step.command());
      if (events.get(1) instanceof CommandRefused refusal) {
        problems.add(step.place(), sentence(step.command(), refusal));
        return;
      }
    }
  }

  private List<Event> apply(DeskCommand command) {
    heard.clear();
    new Request(CLIENT, ++sequence, command).deliverTo(venue);
    return heard;
  }

  private static String sentence(DeskCommand command, CommandRefused refusal) {
    return "the venue refuses `"
        + command.getClass().getSimpleName()
        + "`: "
        + Keys.kebab(refusal.reason().name())
        + ", "
        + refusal.required()
        + " asked for and "
        + refusal.available()
        + " there";
  }
}
