package org.plimsoll.solvency.spiral;

import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ImpactModel;

/// The debt that may stand against one collateral, whoever lent it, before its spiral gain is 1.
///
/// From `R = (q/M) l/(1-l)`: the line is the depth of the market in money times one less the
/// loan-to-value ratio.
///
/// @param moneyDepth `K`, log-depth times price; positive
/// @param loanToValue `l` of the loans; above 0 and below 1
public record LoadLine(double moneyDepth, double loanToValue) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public LoadLine {
    Require.positive("moneyDepth", moneyDepth);
    Require.holds(loanToValue > 0 && loanToValue < 1, "loanToValue", loanToValue);
  }

  /// Returns the most debt, `K (1 - l)`.
  public double debt() {
    return moneyDepth * (1 - loanToValue);
  }

  /// Returns the most debt for which the gain stays at `gain` or below.
  ///
  /// @throws IllegalArgumentException if `gain` is negative
  public double debtFor(double gain) {
    return Require.notNegative("gain", gain) * debt();
  }

  /// Returns the value of the collateral at the line.
  public double collateral() {
    return debt() / loanToValue;
  }

  /// Returns `known` debt over the line; a lower bound, since loans elsewhere are not known.
  public double loadShare(double known) {
    return known / debt();
  }

  /// Returns the most debt that a block covers when all of it is sold after a shock.
  ///
  /// @param market before the shock, whose depth in units the shock leaves as it is
  /// @param shock part of the price lost; from 0 to below 1
  /// @param quantity units in the block; infinity gives what no amount of collateral exceeds
  /// @throws IllegalArgumentException if a figure is out of bounds
  public static double block(ImpactModel market, double shock, double quantity) {
    return (1 - Require.fraction("shock", shock)) * market.proceeds(quantity);
  }
}
