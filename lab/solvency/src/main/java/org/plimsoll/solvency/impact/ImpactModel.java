package org.plimsoll.solvency.impact;

/// What a sale does to the price of one asset, and how far that may be believed.
///
/// Impact is a function of the total volume: sales of many accounts in one asset add up before they
/// are put to a model. Quantities are units of the asset and not negative; money is in the book's
/// currency. Every method that takes one refuses a negative figure with [IllegalArgumentException].
public sealed interface ImpactModel
    permits ConstantProductPool,
        ContSchaanningImpact,
        ExponentialImpact,
        LinearImpact,
        OrderBookLevels,
        OxfordImpact,
        SquareRootImpact {
  /// Returns the price before anything is sold.
  double price();

  /// Returns the price once `quantity` units are sold.
  double priceAfter(double quantity);

  /// Returns what selling `quantity` units brings.
  double proceeds(double quantity);

  /// Returns how many units must be sold to bring `cash`; infinite where the market never yields
  /// it.
  double tokensFor(double cash);

  /// Returns `-p / (dp/dx)` in units once `quantity` units are sold.
  double localDepth(double quantity);

  /// Returns how much may be sold over what horizon before the model is out of its range.
  Validity validity();

  /// Returns the part of the price that selling `quantity` takes, from 0 to 1.
  default double relativeDrop(double quantity) {
    return 1 - priceAfter(quantity) / price();
  }
}
