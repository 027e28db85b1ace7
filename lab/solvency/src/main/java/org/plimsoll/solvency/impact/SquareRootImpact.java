package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// A large order worked over days: the price falls with the square root of its part of the volume.
///
/// The price after the sale is `p (1 - Y s sqrt(x/V))` and the proceeds are `p x (1 - (2/3) Y s
/// sqrt(x/V))`, down to a price of nothing (Toth et al., "Anomalous price impact", 2011). The first
/// unit has no depth at all, so the model prices blocks and never a gain at the margin.
///
/// @param price before the sale; positive
/// @param dailyVolume units traded a day; positive
/// @param dailyVolatility of returns, as a fraction; positive
/// @param scale `Y`, about 0.5 to 1; positive
public record SquareRootImpact(
    double price, double dailyVolume, double dailyVolatility, double scale) implements ImpactModel {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public SquareRootImpact {
    Require.positive("price", price);
    Require.positive("dailyVolume", dailyVolume);
    Require.positive("dailyVolatility", dailyVolatility);
    Require.positive("scale", scale);
  }

  @Override
  public double priceAfter(double quantity) {
    return price * (1 - drop(sold(quantity)));
  }

  @Override
  public double proceeds(double quantity) {
    double sold = sold(quantity);
    return price * sold * (1 - 2 * drop(sold) / 3);
  }

  @Override
  public double tokensFor(double cash) {
    return CashSearch.tokensFor(this, cash, exhausted());
  }

  @Override
  public double localDepth(double quantity) {
    double sold = sold(quantity);
    double drop = drop(sold);
    return sold == 0 ? 0 : 2 * sold * (1 - drop) / drop;
  }

  @Override
  public Validity validity() {
    return Validity.worked(dailyVolume);
  }

  private double drop(double sold) {
    return scale * dailyVolatility * StrictMath.sqrt(sold / dailyVolume);
  }

  private double exhausted() {
    double unit = scale * dailyVolatility;
    return dailyVolume / (unit * unit);
  }

  private double sold(double quantity) {
    return StrictMath.min(exhausted(), Require.notNegative("quantity", quantity));
  }
}
