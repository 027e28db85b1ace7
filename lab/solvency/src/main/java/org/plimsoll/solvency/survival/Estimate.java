package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// A probability counted over paths, with what the count leaves open.
///
/// @param hits paths on which it happened
/// @param paths all paths; positive
public record Estimate(long hits, long paths) {
  /// Normal quantile of a two-sided band of 95 %.
  private static final double BAND = 1.959963984540054;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public Estimate {
    Require.holds(paths > 0, "paths", (double) paths);
    Require.holds(hits >= 0 && hits <= paths, "hits", (double) hits);
  }

  /// Returns the share of paths.
  public double probability() {
    return (double) hits / paths;
  }

  /// Returns the binomial standard error; 0 where it happened on none or on all, of which the band
  /// says more.
  public double standardError() {
    double probability = probability();
    return StrictMath.sqrt(probability * (1 - probability) / paths);
  }

  /// Returns the lower end of the 95 % band (Wilson, 1927), which is never below 0.
  public double low() {
    return StrictMath.max(0, center() - reach());
  }

  /// Returns the upper end of the 95 % band, which is never above 1.
  public double high() {
    return StrictMath.min(1, center() + reach());
  }

  private double center() {
    return (hits + BAND * BAND / 2) / (paths + BAND * BAND);
  }

  private double reach() {
    double variance = probability() * (1 - probability()) * paths + BAND * BAND / 4;
    return BAND * StrictMath.sqrt(variance) / (paths + BAND * BAND);
  }
}
