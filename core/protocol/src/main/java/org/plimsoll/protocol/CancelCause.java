package org.plimsoll.protocol;

/// Why an order left without being filled. The position in this list is written to journals.
public enum CancelCause {
  /// Its owner asked.
  BY_OWNER,
  /// It was a market order and the order book had nothing more to give.
  BOOK_EXHAUSTED,
  /// It would have traded with an order of its own account next.
  SELF_TRADE
}
