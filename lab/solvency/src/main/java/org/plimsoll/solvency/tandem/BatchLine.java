package org.plimsoll.solvency.tandem;

/// A line of equal stations through which pieces move in batches.
///
/// @param stations at least 1
/// @param time per piece at each station; positive
/// @param setup per batch at each station; not negative
public record BatchLine(int stations, double time, double setup) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of bounds
  public BatchLine {
    if (stations < 1) {
      throw new IllegalArgumentException("stations " + stations + " must be at least 1");
    }
    if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("time " + time + " must be positive");
    }
    if (!(setup >= 0 && setup < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("setup " + setup + " must not be negative");
    }
  }

  /// Returns when a batch of `size`, moved together, has passed all stations: the first feedback.
  ///
  /// @throws IllegalArgumentException if `size` is not positive
  public double flowTime(int size) {
    requireSize(size);
    return stations * (setup + size * time);
  }

  /// Returns how many pieces a unit of time yields in batches of `size`, `k / (s + k t)`.
  ///
  /// @throws IllegalArgumentException if `size` is not positive
  public double rate(int size) {
    requireSize(size);
    return size / (setup + size * time);
  }

  /// Returns when `pieces` pieces are done if each moves on at once and setups are made only before
  /// the first.
  ///
  /// @throws IllegalArgumentException if `pieces` is not positive
  public double singlePieceTime(int pieces) {
    requireSize(pieces);
    return stations * setup + (pieces + stations - 1) * time;
  }

  private static void requireSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size " + size + " must be at least 1");
    }
  }
}
