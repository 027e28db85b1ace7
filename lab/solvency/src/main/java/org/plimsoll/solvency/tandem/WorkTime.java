package org.plimsoll.solvency.tandem;

import java.util.stream.IntStream;

/// How long a station works on a piece.
public sealed interface WorkTime {
  /// Returns the average.
  double mean();

  /// Returns the time that a part `u` of all pieces does not exceed.
  ///
  /// @param u from 0, below 1
  double quantile(double u);

  /// Returns the average of the longest of `stations` independent times: the cycle of a line that
  /// moves together, without buffers.
  double expectedMaximum(int stations);

  /// The same for every piece.
  ///
  /// @param mean positive
  record Fixed(double mean) implements WorkTime {
    /// Checks the bound.
    ///
    /// @throws IllegalArgumentException if the mean is not positive
    public Fixed {
      requirePositive("mean", mean);
    }

    @Override
    public double quantile(double u) {
      return mean;
    }

    @Override
    public double expectedMaximum(int stations) {
      return mean;
    }
  }

  /// Without memory. The longest of `n` averages the harmonic number of `n` means.
  ///
  /// @param mean positive
  record Exponential(double mean) implements WorkTime {
    /// Checks the bound.
    ///
    /// @throws IllegalArgumentException if the mean is not positive
    public Exponential {
      requirePositive("mean", mean);
    }

    @Override
    public double quantile(double u) {
      return -mean * StrictMath.log1p(-u);
    }

    @Override
    public double expectedMaximum(int stations) {
      return mean * IntStream.rangeClosed(1, stations).mapToDouble(i -> 1.0 / i).sum();
    }
  }

  /// Every time from `low` to `high` alike.
  ///
  /// @param low not negative
  /// @param high above it
  record Uniform(double low, double high) implements WorkTime {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if they are out of order
    public Uniform {
      requireRange(low, high);
    }

    @Override
    public double mean() {
      return (low + high) / 2;
    }

    @Override
    public double quantile(double u) {
      return low + u * (high - low);
    }

    @Override
    public double expectedMaximum(int stations) {
      return low + (high - low) * stations / (stations + 1.0);
    }
  }

  /// One of two times, a coin toss each.
  ///
  /// @param low not negative
  /// @param high above it
  record TwoPoint(double low, double high) implements WorkTime {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if they are out of order
    public TwoPoint {
      requireRange(low, high);
    }

    @Override
    public double mean() {
      return (low + high) / 2;
    }

    @Override
    public double quantile(double u) {
      return u < 0.5 ? low : high;
    }

    @Override
    public double expectedMaximum(int stations) {
      return high - (high - low) * StrictMath.pow(0.5, stations);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " must be positive");
    }
  }

  private static void requireRange(double low, double high) {
    if (!(low >= 0 && low < high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "low " + low + " must not be negative and below high " + high);
    }
  }
}
