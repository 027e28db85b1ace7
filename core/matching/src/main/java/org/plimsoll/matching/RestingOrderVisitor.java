package org.plimsoll.matching;

import org.plimsoll.units.Side;

/// Shown the resting orders of an [OrderBook].
public interface RestingOrderVisitor {
  /// Called for one order.
  void visit(long order, int account, Side side, long priceTicks, long leavesLots);
}
