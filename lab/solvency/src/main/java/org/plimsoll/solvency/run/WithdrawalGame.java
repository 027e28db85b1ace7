package org.plimsoll.solvency.run;

import org.plimsoll.solvency.bounds.Require;

/// Customers who each see a little of the truth and must guess what the others do.
///
/// A venue survives a withdrawn share up to its liquid coverage. Staying pays one plus the yield if
/// it does and the recovery if not; leaving pays one. With private signals there is one threshold,
/// and it does not depend on how noisy they are: at it, the withdrawn share is uniform in the eyes
/// of who stands on it.
///
/// Source: Morris and Shin, "Global games: theory and applications", 2003; for banks Goldstein and
/// Pauzner (2005) and Rochet and Vives (2004). Uniform noise.
///
/// @param yield earned by who stays with a survivor; positive
/// @param recovery per unit of claim of who stays with a failure; at least 0, below 1
public record WithdrawalGame(double yield, double recovery) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public WithdrawalGame {
    Require.positive("yield", yield);
    Require.holds(recovery >= 0 && recovery < 1, "recovery", recovery);
  }

  /// Returns the liquid coverage below which everybody leaves, of a solvent venue too.
  public double panicBelow() {
    return (1 - recovery) / (1 + yield - recovery);
  }
}
