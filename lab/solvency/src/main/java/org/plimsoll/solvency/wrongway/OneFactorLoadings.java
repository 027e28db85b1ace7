package org.plimsoll.solvency.wrongway;

import org.plimsoll.solvency.bounds.Require;

/// How much of a borrower's and of a collateral's fate is the same common factor's.
///
/// Source: Pykhtin, "Unexpected recovery risk", Risk, August 2003: loss given default is the
/// expected shortfall of the collateral in the default, so that the loadings enter through their
/// product alone.
///
/// @param borrower correlation of the borrower with the factor, -1 to 1
/// @param collateral correlation of the collateral with the factor, -1 to 1
public record OneFactorLoadings(double borrower, double collateral) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a loading is not in -1 to 1
  public OneFactorLoadings {
    Require.holds(StrictMath.abs(borrower) <= 1, "borrower", borrower);
    Require.holds(StrictMath.abs(collateral) <= 1, "collateral", collateral);
  }

  /// Returns the correlation of borrower and collateral.
  public double correlation() {
    return borrower * collateral;
  }
}
