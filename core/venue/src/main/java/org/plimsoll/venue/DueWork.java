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
  /// The queue of withdrawals of an asset is paid. Id: the asset.
  WITHDRAWAL,
  /// A quote expires. Id: the quote.
  QUOTE
}
