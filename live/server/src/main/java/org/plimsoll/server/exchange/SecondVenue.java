package org.plimsoll.server.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// The venue a second time: it applies what the first one has applied, so that whoever asks never
/// makes the first one wait. That both are in the same state is what determinism is for.
///
/// One thread owns it.
final class SecondVenue {
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final List<Follower> followers;
  private final Limits limits;
  private final Venue venue;
  private List<Event> events = new ArrayList<>();

  private SecondVenue(Limits limits, List<Follower> followers) {
    this.followers = followers;
    this.limits = limits;
    this.venue = new Venue(limits, new EventRecorder(this::record));
  }

  private SecondVenue(Storage storage, List<Follower> followers) throws HostRefusal, IOException {
    this.followers = followers;
    try (Replay replay = Replay.longest(storage, new EventRecorder(this::record))) {
      this.limits = replay.limits();
      this.venue = replay.venue();
      if (venue.view().sequence() > 0) {
        throw new HostRefusal("the journal does not go back to the first command");
      }
      while (replay.next()) {
        tell();
      }
    }
  }

  /// Creates one of a new venue.
  static SecondVenue empty(Limits limits, List<Follower> followers) {
    return new SecondVenue(limits, followers).live();
  }

  /// Creates one that has gone through a journal, and followers with it.
  ///
  /// @throws HostRefusal if the journal cannot be trusted, or no longer has all history
  /// @throws IOException if it cannot be read
  static SecondVenue of(Storage storage, List<Follower> followers) throws HostRefusal, IOException {
    return new SecondVenue(storage, followers).live();
  }

  private SecondVenue live() {
    followers.forEach(follower -> follower.onLive(venue.view()));
    return this;
  }

  VenueView view() {
    return venue.view();
  }

  Limits limits() {
    return limits;
  }

  /// Returns the venue as it is, as bytes.
  Frozen freeze() {
    return Frozen.of(venue, limits);
  }

  /// Applies the next command.
  ///
  /// @throws IllegalStateException if it is none, or not the next
  Happening apply(long sequence, byte[] command) {
    DecodeResult result = dispatcher.dispatch(command, 0, command.length, venue);
    if (result != DecodeResult.OK || venue.view().sequence() != sequence) {
      throw new IllegalStateException("command " + sequence + ": " + result);
    }
    return tell();
  }

  private void record(Event event) {
    events.add(event);
  }

  private Happening tell() {
    Happening happening = new Happening(venue.view().sequence(), List.copyOf(events));
    events = new ArrayList<>();
    followers.forEach(follower -> follower.on(happening, venue.view()));
    return happening;
  }
}
