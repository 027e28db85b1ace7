package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// Days on which everything falls at once, beyond what volatility gives.
///
/// At most one a day; the log size is normal, and each asset takes its own share of it. (Merton,
/// "Option pricing when underlying stock returns are discontinuous", 1976.) The drift is not
/// corrected for it: a falling jump lowers the mean.
///
/// @param perYear mean number of jumps; not negative, below the days of a year
/// @param mean of the log size; negative for a fall
/// @param deviation of the log size; not negative
public record MarketJump(double perYear, double mean, double deviation) {
  /// No jumps.
  public static final MarketJump NONE = new MarketJump(0, 0, 0);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public MarketJump {
    Require.holds(perYear >= 0 && perYear < CreditSystem.DAYS_PER_YEAR, "perYear", perYear);
    Require.finite("mean", mean);
    Require.holds(deviation >= 0 && Double.isFinite(deviation), "deviation", deviation);
  }
}
