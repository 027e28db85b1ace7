package org.plimsoll.solvency.tandem;

/// A balanced line that holds a constant number of pieces: a new one enters when one leaves (Hopp
/// and Spearman, Factory Physics). Throughputs are parts of a station's rate.
///
/// @param stations at least 1
/// @param pieces in the line; at least 1
public record ConstantWork(int stations, int pieces) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if either is not positive
  public ConstantWork {
    if (stations < 1) {
      throw new IllegalArgumentException("stations " + stations + " must be at least 1");
    }
    if (pieces < 1) {
      throw new IllegalArgumentException("pieces " + pieces + " must be at least 1");
    }
  }

  /// Returns the throughput with exponential times, `w / (w + n - 1)`.
  public double exponential() {
    return pieces / (pieces + stations - 1.0);
  }

  /// Returns the throughput without any variation.
  public double best() {
    return StrictMath.min(1, pieces / (double) stations);
  }

  /// Returns the throughput where all pieces wait for each other: `1/n`.
  public double worst() {
    return 1.0 / stations;
  }
}
