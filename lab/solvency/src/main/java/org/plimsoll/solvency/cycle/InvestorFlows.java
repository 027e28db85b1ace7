package org.plimsoll.solvency.cycle;

import org.plimsoll.solvency.bounds.Require;

/// Investors who follow performance: they look at a moving average of a fund's returns and bring
/// money where it beats their benchmark, and take it away where it does not.
///
/// @param smoothing weight of the newest return in the average; in \[0, 1\]
/// @param sensitivity part of the fund's wealth that moves per unit of return beyond the benchmark;
///   not negative, 0 for investors who never move
/// @param benchmark return per step
public record InvestorFlows(double smoothing, double sensitivity, double benchmark) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of its bounds
  public InvestorFlows {
    Require.share("smoothing", smoothing);
    Require.notNegative("sensitivity", sensitivity);
    Require.finite("sensitivity", sensitivity);
    Require.finite("benchmark", benchmark);
  }

  /// Returns the average once `profit` is the newest return.
  double averaged(double average, double profit) {
    return (1 - smoothing) * average + smoothing * profit;
  }

  /// Returns what flows in as a part of the fund's wealth; never below -1, since no more than all
  /// can be taken out.
  double partOfWealth(double average) {
    return StrictMath.max(-1, sensitivity * (average - benchmark));
  }
}
