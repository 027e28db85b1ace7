package org.plimsoll.server.exchange;

import org.plimsoll.protocol.EventSink;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueSnapshot;

/// A venue as it was after a command, from which others can go on.
///
/// @param sequence of the command
/// @param limits of the venue
/// @param snapshot which nobody changes
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Frozen(long sequence, Limits limits, byte[] snapshot) {
  static Frozen of(Venue venue, Limits limits) {
    return new Frozen(venue.view().sequence(), limits, VenueSnapshot.of(venue));
  }

  /// Returns a venue that goes on from there by itself, on the caller's thread.
  ///
  /// @param sink told of everything that happens to it
  public Venue thaw(EventSink sink) {
    return switch (VenueSnapshot.restore(limits, sink, snapshot)) {
      case VenueSnapshot.Restored it -> it.venue();
      case VenueSnapshot.Refused it -> throw new IllegalStateException(it.why());
    };
  }
}
