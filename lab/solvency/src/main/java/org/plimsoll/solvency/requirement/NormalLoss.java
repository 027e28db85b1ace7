package org.plimsoll.solvency.requirement;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.plimsoll.solvency.bounds.Require;

/// A loss that is normal with mean zero and grows with the square root of time.
///
/// @param volatility of the loss per day, in the book's currency or as a share; not negative
/// @param days to the horizon; not negative
public record NormalLoss(double volatility, double days) {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is negative
  public NormalLoss {
    Require.holds(volatility >= 0 && Double.isFinite(volatility), "volatility", volatility);
    Require.holds(days >= 0 && Double.isFinite(days), "days", days);
  }

  /// Returns the loss that is exceeded with probability one less `level`.
  ///
  /// @param level above 0, below 1, such as 0.99
  /// @throws IllegalArgumentException if `level` is out of its bounds
  public double valueAtRisk(double level) {
    Require.holds(level > 0 && level < 1, "level", level);
    return NORMAL.inverseCumulativeProbability(level) * deviation();
  }

  /// Returns the mean of the losses beyond the value at risk.
  ///
  /// @param level above 0, below 1
  /// @throws IllegalArgumentException if `level` is out of its bounds
  public double expectedShortfall(double level) {
    Require.holds(level > 0 && level < 1, "level", level);
    double quantile = NORMAL.inverseCumulativeProbability(level);
    return NORMAL.density(quantile) / (1 - level) * deviation();
  }

  private double deviation() {
    return volatility * StrictMath.sqrt(days);
  }
}
