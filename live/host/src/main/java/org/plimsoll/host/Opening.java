package org.plimsoll.host;

import java.io.IOException;
import org.plimsoll.journal.Damage;
import org.plimsoll.journal.JournalId;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Refused;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.venue.Venue;

/// Finds or makes the history that a host goes on with.
final class Opening {
  private Opening() {}

  static HostSteps open(
      Storage storage, HostSettings settings, HostClock clock, HostListener listener)
      throws HostRefusal, IOException {
    return switch (Recovery.examine(storage)) {
      case Recovered _ -> resume(storage, settings, clock, listener);
      case Refused refused when refused.damage() == Damage.NO_JOURNAL ->
          create(storage, settings, clock, listener);
      case Refused refused -> throw new HostRefusal(Replay.sentence(refused));
    };
  }

  private static HostSteps create(
      Storage storage, HostSettings settings, HostClock clock, HostListener listener)
      throws IOException {
    LimitsFile.write(storage, settings.limits());
    JournalId id = new JournalId(clock.entropy(), clock.entropy());
    JournalWriter journal = JournalWriter.create(storage, id, settings.journal());
    EventEncoder events = new EventEncoder();
    Decider decider = new Decider(new Venue(settings.limits(), events), events);
    return new HostSteps(decider, journal, settings, clock, listener);
  }

  private static HostSteps resume(
      Storage storage, HostSettings settings, HostClock clock, HostListener listener)
      throws HostRefusal, IOException {
    EventEncoder events = new EventEncoder();
    try (Replay replay = Replay.latest(storage, events)) {
      while (replay.next()) {
        events.clear();
      }
      JournalWriter journal = JournalWriter.resume(storage, replay.recovered());
      Decider decider = new Decider(replay.venue(), events);
      return new HostSteps(decider, journal, settings.with(replay.limits()), clock, listener);
    }
  }
}
