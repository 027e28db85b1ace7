package org.plimsoll.solvency.requirement;

import org.plimsoll.solvency.bounds.Require;

/// Margin fractions that grow with the square root of a position's size.
///
/// The exponent is the one of the impact law, so a requirement of this form can cover what closing
/// the position costs at any size, if its factor is large enough ([#factorCovering]). What it
/// cannot cover is an account that is exempt from it.
///
/// Source: FTX help center, "Futures margin" and "Liquidations" (2022).
///
/// @param leverageMax largest leverage of a small position; at least 1
/// @param factor growth per square root of the size in units of the underlying; not negative
public record SizeScaling(double leverageMax, double factor) {
  private static final double MAINTENANCE_MIN = 0.03;
  private static final double MAINTENANCE_SHARE = 0.6;
  private static final double AUTO_CLOSE_DISTANCE = 0.06;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public SizeScaling {
    Require.holds(leverageMax >= 1 && Double.isFinite(leverageMax), "leverageMax", leverageMax);
    Require.holds(factor >= 0 && Double.isFinite(factor), "factor", factor);
  }

  /// Returns the initial fraction of a position of `size` units, open orders included. Above 1 it
  /// asks for more than the position is worth: 500 million units at a factor of 0.00025 ask 559 %.
  ///
  /// @throws IllegalArgumentException if `size` is negative
  public double initial(double size) {
    return StrictMath.max(1 / leverageMax, growth(size));
  }

  /// Returns the fraction below which a position of `size` units is liquidated.
  ///
  /// @throws IllegalArgumentException if `size` is negative
  public double maintenance(double size) {
    return StrictMath.max(MAINTENANCE_MIN, MAINTENANCE_SHARE * growth(size));
  }

  /// Returns the fraction below which a position of `size` units is taken over.
  ///
  /// @throws IllegalArgumentException if `size` is negative
  public double autoClose(double size) {
    double maintenance = maintenance(size);
    return StrictMath.max(maintenance / 2, maintenance - AUTO_CLOSE_DISTANCE);
  }

  /// Returns the smallest factor at which the growth covers the impact `y * volatility * sqrt(size
  /// / volume)` of closing at once.
  ///
  /// @param y constant of the square-root law, about 0.5 to 1; positive
  /// @param volatility per day; positive
  /// @param volume units traded in a day; positive
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public static double factorCovering(double y, double volatility, double volume) {
    Require.positive("y", y);
    Require.positive("volatility", volatility);
    Require.positive("volume", volume);
    return y * volatility / StrictMath.sqrt(volume);
  }

  private double growth(double size) {
    Require.holds(size >= 0 && Double.isFinite(size), "size", size);
    return factor * StrictMath.sqrt(size);
  }
}
