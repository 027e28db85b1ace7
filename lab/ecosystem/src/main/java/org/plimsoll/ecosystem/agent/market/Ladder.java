package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.units.Side;

/// Quotes at equal distances on both sides of a price, equally many coins at each: whoever takes
/// `x` coins moves the log price by `x / depth`, the exponential impact model.
///
/// @param halfSpread from the middle to the best quote, as a part of the price, not negative
/// @param levels prices on each side, from 1
/// @param step from one price to the next, as a part of it, positive
public record Ladder(double halfSpread, int levels, double step) {
  /// Checks the bounds.
  public Ladder {
    Require.notNegative("half-spread", halfSpread);
    Require.holds(levels >= 1, "levels", levels, "must be at least 1");
    Require.positive("step", step);
  }

  /// Returns the same with another spread.
  Ladder withHalfSpread(double other) {
    return new Ladder(other, levels, step);
  }

  /// Quotes one side.
  ///
  /// @param depth coins that move the log price by one
  void quote(Seat seat, Side side, double center, double depth) {
    double away = side == Side.BUY ? -1 : 1;
    for (int level = 0; level < levels; level++) {
      double price = center * StrictMath.exp(away * (halfSpread + level * step));
      seat.limit(side, price, depth * step);
    }
  }
}
