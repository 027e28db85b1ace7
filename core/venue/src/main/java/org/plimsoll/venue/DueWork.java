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
  WITHDRAWAL,
  /// The next order of a delisted market is canceled. Id: the market.
  DELISTING,
  /// An order for which the mark has come is placed. Id: its number.
  TRIGGER
}
