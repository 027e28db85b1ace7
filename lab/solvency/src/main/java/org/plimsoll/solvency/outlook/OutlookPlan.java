package org.plimsoll.solvency.outlook;

import org.plimsoll.solvency.bounds.Require;

/// How much is simulated.
///
/// @param paths positive
/// @param days the horizon; positive
/// @param seed of all random numbers
/// @param threads positive; changes how long it takes and nothing else
public record OutlookPlan(int paths, int days, long seed, int threads) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public OutlookPlan {
    Require.holds(paths > 0, "paths", paths);
    Require.holds(days > 0, "days", days);
    Require.holds(threads > 0, "threads", threads);
  }
}
