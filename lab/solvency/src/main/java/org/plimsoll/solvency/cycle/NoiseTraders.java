package org.plimsoll.solvency.cycle;

import org.plimsoll.solvency.bounds.Require;

/// Traders whose demand wanders around what the asset is worth. The logarithm of the cash that they
/// hold in it reverts to the worth of all shares.
///
/// @param persistence the part of yesterday's distance that is left today; in \[0, 1)
/// @param deviation of the logarithm per step; not negative
public record NoiseTraders(double persistence, double deviation) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of its bounds
  public NoiseTraders {
    Require.fraction("persistence", persistence);
    Require.notNegative("deviation", deviation);
    Require.finite("deviation", deviation);
  }
}
