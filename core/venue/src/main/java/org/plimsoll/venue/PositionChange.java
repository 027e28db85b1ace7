package org.plimsoll.venue;

import org.plimsoll.matching.Sweep;
import org.plimsoll.units.Side;

/// What an order would do to a position: a part at once, and what then rests. One object for each
/// futures market, set anew for each question.
final class PositionChange {
  private Side side = Side.BUY;
  private long lots;
  private long cost;
  private long restLots;
  private long restTickLots;

  /// Sets what an order on `side` would do.
  ///
  /// @param stepCost of the market
  /// @param restTickLots counted price in ticks times lots of what would rest
  PositionChange of(Side side, Sweep sweep, long stepCost, long restLots, long restTickLots) {
    long sign = side == Side.BUY ? 1 : -1;
    this.side = side;
    this.lots = sign * sweep.filledLots();
    this.cost = sign * sweep.tickLots() * stepCost;
    this.restLots = restLots;
    this.restTickLots = restTickLots;
    return this;
  }

  /// Sets what taking over a position would do: all of it at once.
  PositionChange of(long signedLots, long signedCost) {
    this.lots = signedLots;
    this.cost = signedCost;
    this.restLots = 0;
    this.restTickLots = 0;
    return this;
  }

  /// Adds what the order pays for trading at once, which every position bears as a cost.
  void pay(long fee) {
    cost += fee;
  }

  /// Returns the signed change of the position at once.
  long lots() {
    return lots;
  }

  /// Returns the signed change of what the position has cost.
  long cost() {
    return cost;
  }

  /// Returns the lots that would rest on one side.
  long restLots(Side of) {
    return of == side ? restLots : 0;
  }

  /// Returns the counted price in ticks times lots of what would rest on one side.
  long restTickLots(Side of) {
    return of == side ? restTickLots : 0;
  }
}
