package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// How a system is simulated. Two runs of one plan over two systems of the same size see the same
/// random numbers, path by path.
///
/// @param paths number of paths; positive
/// @param days length of each; positive
/// @param seed of all paths; path and seed together choose the random numbers, whichever thread
///   draws them
/// @param watched position of the party whose end is kept path by path, for [PolicyEffect]
/// @param threads positive; changes how long a run takes and nothing else
public record SurvivalPlan(int paths, int days, long seed, int watched, int threads) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public SurvivalPlan {
    Require.holds(paths > 0, "paths", paths);
    Require.holds(days > 0, "days", days);
    Require.holds(watched >= 0, "watched", watched);
    Require.holds(threads > 0, "threads", threads);
  }
}
