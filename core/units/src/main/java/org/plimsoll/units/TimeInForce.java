package org.plimsoll.units;

/// How long an order with a limit price wants to live. The position in this list is written to
/// journals.
public enum TimeInForce {
  /// It trades what it can at once, and the rest waits in the order book (GTC).
  GOOD_TILL_CANCELED,
  /// It trades what it can at once, and the rest is canceled (IOC).
  IMMEDIATE_OR_CANCEL,
  /// It trades as a whole at once, or not at all (FOK).
  FILL_OR_KILL,
  /// It waits in the order book and never takes: where it would trade at once it is canceled.
  POST_ONLY;

  /// Returns whether an order of this kind may rest in an order book.
  public boolean mayRest() {
    return this == GOOD_TILL_CANCELED || this == POST_ONLY;
  }
}
