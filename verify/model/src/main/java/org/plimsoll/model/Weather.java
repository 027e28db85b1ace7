package org.plimsoll.model;

/// What a history is to be troubled with, beside everything else that it draws.
public enum Weather {
  /// Nobody publishes an index while time passes and orders trade.
  STALE_INDEX,
  /// An index is ten times what it was, and back.
  SPIKING_INDEX,
  /// All orders of one side are gone, and more of the other come.
  ONE_SIDED_BOOK,
  /// A price jumps through every level at which somebody would be liquidated.
  GAP,
  /// The same again and again, until no fund is left to bear it.
  EMPTY_FUND,
  /// Everybody withdraws everything.
  MASS_WITHDRAWAL,
  /// All that is offered is lent, and its lenders want it back.
  POOL_EXHAUSTED
}
