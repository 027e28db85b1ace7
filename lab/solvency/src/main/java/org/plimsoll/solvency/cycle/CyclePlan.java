package org.plimsoll.solvency.cycle;

import org.plimsoll.solvency.bounds.Require;

/// How long a cycle is run.
///
/// @param burnIn steps before anything is recorded, so that the start does not show; not negative
/// @param steps recorded; positive
/// @param seed of the noise traders' demand
public record CyclePlan(int burnIn, int steps, long seed) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public CyclePlan {
    Require.holds(burnIn >= 0, "burnIn", burnIn);
    Require.holds(steps > 0, "steps", steps);
  }
}
