package org.plimsoll.solvency.requirement;

import org.plimsoll.solvency.bounds.Require;

/// Volatility from the past, the older the less: `v_t = decay v_{t-1} + (1 - decay) r_t^2`.
///
/// Source: RiskMetrics Technical Document, 1996.
///
/// @param decay above 0, below 1; 0.94 for days
public record EwmaVolatility(double decay) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if `decay` is out of its bounds
  public EwmaVolatility {
    Require.holds(decay > 0 && decay < 1, "decay", decay);
  }

  /// Returns the volatility before the first return and after each.
  ///
  /// @param start volatility before the first return; not negative
  /// @param returns in the order of time
  /// @throws IllegalArgumentException if `start` is negative
  public double[] path(double start, double... returns) {
    Require.holds(start >= 0, "start", start);
    double[] path = new double[returns.length + 1];
    path[0] = start;
    double variance = start * start;
    for (int day = 0; day < returns.length; day++) {
      variance = decay * variance + (1 - decay) * returns[day] * returns[day];
      path[day + 1] = StrictMath.sqrt(variance);
    }
    return path;
  }
}
