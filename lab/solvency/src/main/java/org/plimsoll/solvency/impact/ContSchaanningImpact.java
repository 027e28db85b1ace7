package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// A fire sale that finds buyers at a floor: impact is concave in what is sold.
///
/// The relative fall is `(1 - B/S) (1 - e^(-x/delta))` (Cont and Schaanning, "Fire sales, indirect
/// contagion and systemic stress testing", 2017).
///
/// @param price before the sale; positive
/// @param floor that no sale breaks; from 0 to below the price
/// @param depth `delta`, in units; positive
public record ContSchaanningImpact(double price, double floor, double depth)
    implements ImpactModel {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public ContSchaanningImpact {
    Require.positive("price", price);
    Require.holds(floor >= 0 && floor < price, "floor", floor);
    Require.positive("depth", depth);
  }

  /// Returns the depth `c ADV / sigma sqrt(tau)` for a sale spread over `days`.
  ///
  /// @param scale `c`, about 0.4
  /// @param dailyVolume ADV, in units or money
  /// @param dailyVolatility as a fraction
  public static double depthOver(
      double days, double scale, double dailyVolume, double dailyVolatility) {
    return Require.positive("scale", scale)
        * Require.positive("dailyVolume", dailyVolume)
        / Require.positive("dailyVolatility", dailyVolatility)
        * StrictMath.sqrt(Require.positive("days", days));
  }

  @Override
  public double priceAfter(double quantity) {
    return floor + above(quantity);
  }

  @Override
  public double proceeds(double quantity) {
    Require.notNegative("quantity", quantity);
    return floor * quantity - (price - floor) * depth * StrictMath.expm1(-quantity / depth);
  }

  @Override
  public double tokensFor(double cash) {
    if (floor == 0) {
      return new ExponentialImpact(price, depth).tokensFor(cash);
    }
    return CashSearch.tokensFor(this, cash, cash / floor);
  }

  @Override
  public double localDepth(double quantity) {
    return depth * priceAfter(quantity) / above(quantity);
  }

  @Override
  public Validity validity() {
    return Validity.fittedTo(depth);
  }

  private double above(double quantity) {
    Require.notNegative("quantity", quantity);
    return (price - floor) * StrictMath.exp(-quantity / depth);
  }
}
