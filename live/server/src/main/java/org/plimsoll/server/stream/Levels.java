package org.plimsoll.server.stream;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// The best prices of a market with how much rests at each: all that an order book shows of those
/// whose orders they are.
///
/// @param bids from the highest
/// @param asks from the lowest
public record Levels(List<Level> bids, List<Level> asks) {
  /// The most prices of a side that are shown.
  public static final int DEPTH_MAX = 100;

  /// A price and what rests at it.
  public record Level(long ticks, long lots) {}

  /// Returns the best prices.
  ///
  /// @param depth how many of a side
  public static Levels of(VenueView view, int market, int depth) {
    Levels levels = new Levels(new ArrayList<>(), new ArrayList<>());
    view.forEachOrder(
        market,
        (_, _, side, ticks, lots) ->
            add(side == Side.BUY ? levels.bids : levels.asks, depth, ticks, lots));
    return levels;
  }

  private static void add(List<Level> side, int depth, long ticks, long lots) {
    if (!side.isEmpty() && side.getLast().ticks == ticks) {
      side.add(new Level(ticks, side.removeLast().lots + lots));
    } else if (side.size() < depth) {
      side.add(new Level(ticks, lots));
    }
  }

  boolean isEmpty() {
    return bids.isEmpty() && asks.isEmpty();
  }
}
