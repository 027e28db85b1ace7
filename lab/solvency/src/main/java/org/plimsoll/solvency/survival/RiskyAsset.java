package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// Something with a price that moves, and that moves when it is sold.
///
/// @param price now, in money per unit; positive
/// @param drift log rate of the mean without jumps, per year
/// @param volatility per square root of a year; not negative
/// @param depth units whose sale moves the log price by one; positive, infinite where sales move
///   nothing
/// @param jumpShare how much of a market jump's log size the price takes; 0 for none
public record RiskyAsset(
    double price, double drift, double volatility, double depth, double jumpShare) {
  /// What prices and debts are counted in; always the first asset of a system.
  public static final RiskyAsset MONEY = new RiskyAsset(1, 0, 0, Double.POSITIVE_INFINITY, 0);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public RiskyAsset {
    Require.positive("price", price);
    Require.finite("drift", drift);
    Require.holds(volatility >= 0 && Double.isFinite(volatility), "volatility", volatility);
    Require.holds(depth > 0, "depth", depth);
    Require.finite("jumpShare", jumpShare);
  }
}
