package org.plimsoll.solvency.requirement;

import org.plimsoll.solvency.bounds.Require;

/// What a coin counts for as collateral and requires when borrowed, by its quantity.
///
/// The exact integer form is `core/margin`'s `SpotMargin`; this one shows how the rule behaves over
/// any range. Source: FTX help center, "Collateral management" (2022).
///
/// @param weight of a small quantity; above 0, at most 1
/// @param factor growth per square root of the quantity in coins; not negative
public record CollateralWeight(double weight, double factor) {
  private static final double SIZE_NUMERATOR = 1.1;
  private static final double INITIAL_NUMERATOR = 1.1;
  private static final double MAINTENANCE_NUMERATOR = 1.03;
  private static final double MAINTENANCE_SHARE = 0.6;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public CollateralWeight {
    Require.holds(weight > 0 && weight <= 1, "weight", weight);
    Require.holds(factor >= 0 && Double.isFinite(factor), "factor", factor);
  }

  /// Returns what one unit of value counts for where `quantity` coins are held.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  public double effective(double quantity) {
    return StrictMath.min(weight, SIZE_NUMERATOR / (1 + growth(quantity)));
  }

  /// Returns the initial fraction on `quantity` borrowed coins; `weight` is then the initial
  /// weight.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  public double borrowInitial(double quantity) {
    return StrictMath.max(INITIAL_NUMERATOR / weight - 1, growth(quantity));
  }

  /// Returns the maintenance fraction on `quantity` borrowed coins.
  ///
  /// @throws IllegalArgumentException if `quantity` is negative
  public double borrowMaintenance(double quantity) {
    return StrictMath.max(MAINTENANCE_NUMERATOR / weight - 1, MAINTENANCE_SHARE * growth(quantity));
  }

  private double growth(double quantity) {
    Require.holds(quantity >= 0 && Double.isFinite(quantity), "quantity", quantity);
    return factor * StrictMath.sqrt(quantity);
  }
}
