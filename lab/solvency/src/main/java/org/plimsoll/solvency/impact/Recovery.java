package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// How fast a price comes back once selling stops: impact decays as `e^(-kappa t)`.
///
/// @param kappa per day; 0 is the worst case, in which nothing comes back
public record Recovery(double kappa) {
  /// No recovery at all.
  public static final Recovery NONE = new Recovery(0);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if `kappa` is negative
  public Recovery {
    Require.notNegative("kappa", kappa);
  }

  /// Returns the price `days` after `quantity` units were sold at once.
  ///
  /// @throws IllegalArgumentException if `days` or `quantity` is negative
  public double priceLater(ImpactModel market, double quantity, double days) {
    Require.notNegative("days", days);
    double lost = market.price() - market.priceAfter(quantity);
    return market.price() - lost * StrictMath.exp(-kappa * days);
  }
}
