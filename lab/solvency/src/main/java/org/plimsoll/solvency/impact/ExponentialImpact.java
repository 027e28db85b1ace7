package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// A market in which selling `x` units moves the log price by `-x / depth`.
///
/// The price after the sale is `p e^(-x/M)` and the proceeds are `p M (1 - e^(-x/M))`: never
/// negative, never more than `p M`, and the same whether a block is sold at once or in parts.
/// Example: 150,000 units at 20 into a depth of 100,000 bring 1,553,739.68.
///
/// The model holds near the depth to which `M` was fitted: minutes, and a block that is not many
/// times the visible depth. It has no recovery of the price over time, which makes it the careful
/// choice for a block that must go at once, and it says nothing about a sale spread over weeks.
///
/// @param price before the sale, in the book's currency per unit; not negative
/// @param depth log-depth in units of the asset; positive
public record ExponentialImpact(double price, double depth) implements ImpactModel {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the price is negative, the depth is not positive, or
  ///   either is not finite
  public ExponentialImpact {
    Require.holds(price >= 0 && Double.isFinite(price), "price", price);
    Require.positive("depth", depth);
  }

  /// Returns the price once `quantity` units are sold.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  @Override
  public double priceAfter(double quantity) {
    Require.notNegative("quantity", quantity);
    return price * StrictMath.exp(-quantity / depth);
  }

  /// Returns what selling `quantity` units brings, in the book's currency.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  @Override
  public double proceeds(double quantity) {
    Require.notNegative("quantity", quantity);
    return -price * depth * StrictMath.expm1(-quantity / depth);
  }

  /// Returns how many units must be sold to bring `cash`; infinite where the market never yields
  /// it.
  ///
  /// @throws IllegalArgumentException if `cash` is negative
  @Override
  public double tokensFor(double cash) {
    Require.notNegative("cash", cash);
    double part = cash / (price * depth);
    return cash == 0 ? 0 : part >= 1 ? Double.POSITIVE_INFINITY : -depth * StrictMath.log1p(-part);
  }

  /// Returns `-p / (dp/dx)` once `quantity` units are sold: in this model the depth, everywhere.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  @Override
  public double localDepth(double quantity) {
    Require.notNegative("quantity", quantity);
    return depth;
  }

  @Override
  public Validity validity() {
    return Validity.fittedTo(depth);
  }

  /// Returns the largest block that a keeper can buy from a liquidation at `1 / (1 + bonus)` of the
  /// mark and sell on without a loss.
  ///
  /// @param bonus part of the repaid debt that the keeper gets on top; positive
  /// @throws IllegalArgumentException if `bonus` is not positive
  public double largestKeeperBlock(double bonus) {
    double paid = 1 / (1 + Require.positive("bonus", bonus));
    return depth / new CollateralSale(1, paid).criticalDepth(1);
  }
}
