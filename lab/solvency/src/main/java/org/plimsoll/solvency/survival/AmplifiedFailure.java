package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// A failure at a known total fall of a price, where a part of any fall is made by the fall itself.
///
/// With a spiral gain `R` a total fall of `X` needs an outside one of `X (1 - R)` only:
/// amplification moves the barrier nearer and leaves the volatility as it is.
///
/// @param fall total share of the price at which it fails; above 0, below 1
/// @param volatility per square root of a year, of what comes from outside; positive
public record AmplifiedFailure(double fall, double volatility) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public AmplifiedFailure {
    Require.holds(fall > 0 && fall < 1, "fall", fall);
    Require.positive("volatility", volatility);
  }

  /// Returns the probability that the price has fallen so far after `years`, without drift.
  ///
  /// @param gain spiral gain; at least 0, below 1: from 1 on any fall at all is enough
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public double probability(double gain, double years) {
    Require.holds(gain >= 0 && gain < 1, "gain", gain);
    return new FirstPassage(1, 1 - fall * (1 - gain), 0, volatility).endsBelow(years);
  }
}
