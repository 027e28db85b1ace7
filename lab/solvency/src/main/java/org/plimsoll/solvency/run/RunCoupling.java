package org.plimsoll.solvency.run;

import org.plimsoll.solvency.bounds.Require;

/// Withdrawals that grow as a price falls, met by selling what has that price.
///
/// Demand is `w = base + sensitivity * (1 - p/p0)` of the claims. The spiral gain through this
/// channel is money newly withdrawn per price lost, times the share of it that is raised by
/// selling, times price lost per unit of money sold; it adds to the gain through liquidations.
///
/// @param claims that customers can withdraw, in the book's currency; positive
/// @param base share withdrawn at the undisturbed price, 0 to 1
/// @param sensitivity further share withdrawn by the time the price is zero; not negative
/// @param sold share of withdrawals that is met by selling the asset, 0 to 1
public record RunCoupling(double claims, double base, double sensitivity, double sold) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public RunCoupling {
    Require.positive("claims", claims);
    Require.share("base", base);
    Require.holds(sensitivity >= 0 && Double.isFinite(sensitivity), "sensitivity", sensitivity);
    Require.share("sold", sold);
  }

  /// Returns the withdrawn share of claims once the price has lost `drop`, 0 to 1.
  ///
  /// @throws IllegalArgumentException if `drop` is out of its bounds
  public double withdrawn(double drop) {
    Require.share("drop", drop);
    return StrictMath.min(1, base + sensitivity * drop);
  }

  /// Returns the spiral gain at the undisturbed price: 1 and above feeds on itself.
  ///
  /// @param depth money that must be sold to move the log price by one; positive
  /// @throws IllegalArgumentException if `depth` is not positive
  public double gain(double depth) {
    Require.positive("depth", depth);
    return base < 1 ? claims * sensitivity * sold / depth : 0;
  }
}
