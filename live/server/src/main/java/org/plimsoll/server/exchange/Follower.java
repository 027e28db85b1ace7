package org.plimsoll.server.exchange;

import org.plimsoll.venue.VenueView;

/// Hears of every command from the first one in history on, in order, by the one thread that owns
/// the second venue: so do those that were journaled by an earlier run. It must not wait for
/// anybody.
public interface Follower {
  /// A command has been applied.
  ///
  /// @param view the venue as it is after it; good until this returns
  void on(Happening happening, VenueView view);

  /// Every command of the journal has been told; what comes from here on is news.
  default void onLive(VenueView view) {}
}
