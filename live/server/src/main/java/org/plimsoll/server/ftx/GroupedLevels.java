package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.server.stream.Levels;

/// An order book with its prices in steps: bids at the step below them, asks at the step above.
final class GroupedLevels {
  private GroupedLevels() {}

  static Levels of(Levels levels, BigDecimal step, Grid grid) {
    long ticks = Math.max(1, step.divide(grid.tick(), RoundingMode.FLOOR).longValue());
    return new Levels(
        group(levels.bids(), ticks, RoundingMode.FLOOR),
        group(levels.asks(), ticks, RoundingMode.CEILING));
  }

  private static List<Levels.Level> group(
      List<Levels.Level> side, long step, RoundingMode rounding) {
    List<Levels.Level> groups = new ArrayList<>();
    for (Levels.Level level : side) {
      long at =
          rounding == RoundingMode.FLOOR
              ? Math.floorDiv(level.ticks(), step) * step
              : Math.ceilDiv(level.ticks(), step) * step;
      if (!groups.isEmpty() && groups.getLast().ticks() == at) {
        groups.add(new Levels.Level(at, groups.removeLast().lots() + level.lots()));
      } else {
        groups.add(new Levels.Level(at, level.lots()));
      }
    }
    return groups;
  }
}
