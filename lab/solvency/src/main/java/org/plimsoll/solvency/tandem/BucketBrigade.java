package org.plimsoll.solvency.tandem;

import java.util.Arrays;
import java.util.List;

/// Workers ordered from slowest to fastest, each of whom carries a piece on until the next takes
/// over, and then walks back (Bartholdi and Eisenstein 1996). The line balances itself.
///
/// @param speeds pieces per unit of time, slowest first; positive
public record BucketBrigade(List<Double> speeds) {
  /// Checks the bounds and takes a copy.
  ///
  /// @throws IllegalArgumentException if there are none, one is not positive, or a faster worker
  ///   stands before a slower one
  public BucketBrigade {
    speeds = List.copyOf(speeds);
    boolean positive = speeds.stream().allMatch(v -> v > 0 && v < Double.POSITIVE_INFINITY);
    if (speeds.isEmpty() || !positive || !speeds.equals(speeds.stream().sorted().toList())) {
      throw new IllegalArgumentException("speeds " + speeds + " must be positive, slowest first");
    }
  }

  /// Returns the brigade of these speeds.
  public static BucketBrigade of(double... speeds) {
    return new BucketBrigade(Arrays.stream(speeds).boxed().toList());
  }

  /// Returns the pieces per unit of time.
  public double rate() {
    return speeds.stream().mapToDouble(Double::doubleValue).sum();
  }

  /// Returns the parts of the line at which pieces come to change hands, one fewer than workers.
  public double[] handovers() {
    double[] points = new double[speeds.size() - 1];
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += speeds.get(i);
      points[i] = sum / rate();
    }
    return points;
  }
}
