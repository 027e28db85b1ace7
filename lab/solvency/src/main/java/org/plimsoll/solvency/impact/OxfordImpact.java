package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// The impact of a public stress model of the Institute for New Economic Thinking at Oxford:
/// selling a tenth of all there is takes a tenth off the price.
///
/// It is [ExponentialImpact] with a depth of `supply / beta`, `beta = -ln(0.9) / 0.1 = 1.0536`, for
/// assets of which only the amount in issue is known.
///
/// @param price before the sale; positive
/// @param supply units in issue; positive
public record OxfordImpact(double price, double supply) implements ImpactModel {
  private static final double BETA = -StrictMath.log(0.9) / 0.1;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public OxfordImpact {
    Require.positive("price", price);
    Require.positive("supply", supply);
  }

  @Override
  public double priceAfter(double quantity) {
    return market().priceAfter(quantity);
  }

  @Override
  public double proceeds(double quantity) {
    return market().proceeds(quantity);
  }

  @Override
  public double tokensFor(double cash) {
    return market().tokensFor(cash);
  }

  @Override
  public double localDepth(double quantity) {
    return market().localDepth(quantity);
  }

  /// Near the tenth of the supply to which it was fitted.
  @Override
  public Validity validity() {
    return Validity.fittedTo(supply / 10);
  }

  private ExponentialImpact market() {
    return new ExponentialImpact(price, supply / BETA);
  }
}
