package org.plimsoll.protocol;

/// Why an order left without being filled. The position in this list is written to journals.
public enum CancelCause {
  /// Its owner asked.
  BY_OWNER,
  /// It may not rest, and the order book had nothing more to give at its price or within the book
  /// cap.
  BOOK_EXHAUSTED,
  /// It would have traded with an order of its own account next.
  SELF_TRADE,
  /// It was post-only and would have traded at once.
  POST_ONLY_WOULD_TAKE,
  /// It was to be filled as a whole at once, and could not be.
  NOT_FILLED_AT_ONCE,
  /// Its owner amended it: another order stands in its place.
  AMENDED,
  /// Its market was delisted.
  MARKET_DELISTED,
  /// Its account is in liquidation.
  LIQUIDATION,
  /// A position of its account in this market was closed against one that failed.
  DELEVERAGED
}
