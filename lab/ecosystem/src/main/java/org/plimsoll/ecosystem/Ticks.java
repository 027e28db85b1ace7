package org.plimsoll.ecosystem;

import java.util.List;

/// At which instants prices move: every so many hours, and more often in some stretches of time.
///
/// @param stepNs from one tick to the next, from 1
/// @param stretches in which ticks are closer, in order of time, none overlapping
public record Ticks(long stepNs, List<Stretch> stretches) {
  /// A stretch of time with ticks of its own.
  ///
  /// @param fromNs the first instant
  /// @param untilNs the first instant after it
  public record Stretch(long fromNs, long untilNs, long stepNs) {}

  /// Takes a copy.
  public Ticks {
    stretches = List.copyOf(stretches);
  }

  /// Returns the first tick after an instant. Ticks are at whole multiples of their step since
  /// 1970, and at the beginning of every stretch.
  public long after(long timeNs) {
    for (Stretch stretch : stretches) {
      if (timeNs < stretch.fromNs()) {
        return Math.min(next(timeNs, stepNs), stretch.fromNs());
      }
      if (timeNs < stretch.untilNs()) {
        return Math.min(next(timeNs, stretch.stepNs()), stretch.untilNs());
      }
    }
    return next(timeNs, stepNs);
  }

  private static long next(long timeNs, long stepNs) {
    return (Math.floorDiv(timeNs, stepNs) + 1) * stepNs;
  }
}
