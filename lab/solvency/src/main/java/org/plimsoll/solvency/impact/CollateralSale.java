package org.plimsoll.solvency.impact;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/// A debt and the block that is sold to repay it.
///
/// @param quantity units sold; positive
/// @param debt in the book's currency; positive
public record CollateralSale(double quantity, double debt) {
  private static final int EVALUATIONS_MAX = 200;
  private static final int SOLVER_ORDER = 5;
  private static final double ACCURACY = 1e-13;

  /// The bracket of log-depth over block size in which a critical depth is sought: beyond 10^9
  /// times the block the impact is below what a price can show.
  private static final double DEPTH_MIN = 1e-3;

  private static final double DEPTH_MAX = 1e9;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if either figure is not positive and finite
  public CollateralSale {
    if (!(quantity > 0 && debt > 0 && quantity + debt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "quantity " + quantity + " and debt " + debt + " must be positive");
    }
  }

  /// Returns the part of the debt that the sale leaves unpaid, never negative.
  public double shortfall(ExponentialImpact market) {
    return StrictMath.max(0, debt - market.proceeds(quantity));
  }

  /// Returns the mark at which the proceeds are just the debt, in a market of log-depth `depth`.
  ///
  /// @throws IllegalArgumentException if `depth` is not positive
  public double breakEvenMark(double depth) {
    return debt / new ExponentialImpact(1, depth).proceeds(quantity);
  }

  /// Returns the log-depth at which the proceeds at `mark` are just the debt; infinite where even
  /// the mark itself does not cover it.
  ///
  /// @throws IllegalArgumentException if `mark` is not positive, or the collateral is so plentiful
  ///   that the depth is below a thousandth of the block
  public double criticalDepth(double mark) {
    if (mark * quantity <= debt) {
      return Double.POSITIVE_INFINITY;
    }
    // With y = depth / quantity: y (1 - e^(-1/y)) is the average price over the mark.
    double needed = debt / (mark * quantity);
    UnivariateFunction excess = y -> -y * StrictMath.expm1(-1 / y) - needed;
    BracketingNthOrderBrentSolver solver =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, SOLVER_ORDER);
    if (excess.value(DEPTH_MIN) > 0) {
      throw new IllegalArgumentException("mark " + mark + " makes the critical depth negligible");
    }
    return quantity * solver.solve(EVALUATIONS_MAX, excess, DEPTH_MIN, DEPTH_MAX);
  }
}
