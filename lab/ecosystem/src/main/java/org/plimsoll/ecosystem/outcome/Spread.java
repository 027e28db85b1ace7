package org.plimsoll.ecosystem.outcome;

import java.util.Optional;
import java.util.stream.DoubleStream;

/// How a figure lies over the seeds that have it.
///
/// @param count seeds that have it, at least 1
/// @param low its 5th percentile
/// @param median its 50th percentile
/// @param high its 95th percentile
public record Spread(int count, double low, double median, double high) {
  private static final double LOW = 0.05;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  /// Returns the spread of those values that are finite; empty if none is. Between two values a
  /// percentile is interpolated (type 7 of Hyndman and Fan 1996).
  public static Optional<Spread> of(DoubleStream values) {
    double[] sorted = values.filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(
            new Spread(
                sorted.length,
                percentile(sorted, LOW),
                percentile(sorted, MIDDLE),
                percentile(sorted, HIGH)));
  }

  private static double percentile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
