package org.plimsoll.protocol;

import org.plimsoll.units.Side;

/// Which way the mark must go for a waiting order. The position in this list is written to
/// journals.
public enum TriggerKind {
  /// A sale waits for the mark to fall to a price, a purchase for it to rise to one.
  STOP,
  /// A sale waits for the mark to rise to a price, a purchase for it to fall to one.
  TAKE_PROFIT,
  /// A stop that follows the mark at a distance as long as the mark moves away from it.
  TRAILING_STOP;

  /// Returns whether an order of this kind waits for the mark to fall.
  public boolean waitsForAFall(Side side) {
    return (this == TAKE_PROFIT) == (side == Side.BUY);
  }
}
