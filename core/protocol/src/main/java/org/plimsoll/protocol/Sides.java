package org.plimsoll.protocol;

import org.plimsoll.units.Side;

/// One side or both. The position in this list is written to journals.
public enum Sides {
  BOTH,
  BUYS,
  SELLS;

  /// Returns whether orders of `side` are meant.
  public boolean include(Side side) {
    return this == BOTH || (this == BUYS) == (side == Side.BUY);
  }
}
