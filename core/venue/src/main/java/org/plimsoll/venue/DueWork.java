package org.plimsoll.venue;

/// What falls due at a venue, at every whole multiple of its period since 1970. The place in this
/// list is the rank: of two things due at the same instant the one that stands first is done first.
enum DueWork {
  /// Unrealized profit and loss of a future becomes money. Id: the market.
  SETTLEMENT(30_000_000_000L);

  private final long periodNs;

  DueWork(long periodNs) {
    this.periodNs = periodNs;
  }

  /// Returns the next time after `timeNs` when this is due.
  long next(long timeNs) {
    return timeNs - Math.floorMod(timeNs, periodNs) + periodNs;
  }
}
