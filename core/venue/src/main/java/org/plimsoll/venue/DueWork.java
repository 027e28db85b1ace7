package org.plimsoll.venue;

/// What falls due at a venue. The place in this list is the rank: of two things due at the same
/// instant the one that stands first is done first.
enum DueWork {
  /// Unrealized profit and loss of a future becomes money. Id: the market.
  SETTLEMENT,
  /// A perpetual's hourly funding is paid. Id: the market.
  FUNDING,
  /// Loans of an asset are cleared anew for the hour, and its interest is paid. Id: the asset.
  LENDING,
  /// A withdrawal leaves the queue. Id: the withdrawal.
  WITHDRAWAL;

  private static final long HOUR_NS = 3_600_000_000_000L;

  /// Returns the next full hour after `timeNs`, or the end of time if there is none.
  long next(long timeNs) {
    long hour = timeNs - Math.floorMod(timeNs, HOUR_NS);
    return hour > Long.MAX_VALUE - HOUR_NS ? Long.MAX_VALUE : hour + HOUR_NS;
  }
}
