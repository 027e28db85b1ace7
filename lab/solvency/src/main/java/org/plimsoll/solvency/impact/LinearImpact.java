package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// A market in which each unit sold takes the same amount off the price, down to nothing.
///
/// The price after the sale is `p (1 - x/M)` and the proceeds are `p x (1 - x/(2M))` (Kyle,
/// "Continuous auctions and insider trading", 1985). Beyond `M` units nobody bids.
///
/// @param price before the sale; positive
/// @param depth units whose sale takes the price to nothing; positive
public record LinearImpact(double price, double depth) implements ImpactModel {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public LinearImpact {
    Require.positive("price", price);
    Require.positive("depth", depth);
  }

  /// Returns Kyle's price per unit of order flow, `1/2 sqrt(Sigma0 / sigma_u^2)`.
  public static double kyleLambda(double valueVariance, double noiseVariance) {
    return StrictMath.sqrt(
            Require.positive("valueVariance", valueVariance)
                / Require.positive("noiseVariance", noiseVariance))
        / 2;
  }

  /// Returns what Kyle's insider trades per unit of mispricing, `sqrt(sigma_u^2 / Sigma0)`.
  public static double kyleBeta(double valueVariance, double noiseVariance) {
    return 1 / (2 * kyleLambda(valueVariance, noiseVariance));
  }

  @Override
  public double priceAfter(double quantity) {
    return price * (1 - sold(quantity) / depth);
  }

  @Override
  public double proceeds(double quantity) {
    double sold = sold(quantity);
    return price * sold * (1 - sold / (2 * depth));
  }

  @Override
  public double tokensFor(double cash) {
    double left = 1 - 2 * Require.notNegative("cash", cash) / (price * depth);
    return left < 0 ? Double.POSITIVE_INFINITY : depth * (1 - StrictMath.sqrt(left));
  }

  @Override
  public double localDepth(double quantity) {
    return depth - sold(quantity);
  }

  @Override
  public Validity validity() {
    return Validity.fittedTo(depth);
  }

  private double sold(double quantity) {
    return StrictMath.min(depth, Require.notNegative("quantity", quantity));
  }
}
