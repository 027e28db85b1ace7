package org.plimsoll.solvency.cascade;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// A liquidator who acts only for profit: he repays a debt, takes collateral, and sells it into the
/// market. Bad debt grows where the block is so large that nobody finds it worth while.
///
/// @param market in which he sells
/// @param bonus on what he repays, as a part of it; not negative
/// @param cost of acting once, in the book's currency; not negative
public record Keeper(ExponentialImpact market, double bonus, double cost) {
  private static final double ACCURACY = 1e-15;
  private static final int SOLVER_ORDER = 5;
  private static final int EVALUATIONS_MAX = 200;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the bonus or the cost is negative or not finite
  public Keeper {
    if (!(bonus >= 0 && cost >= 0 && bonus + cost < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bonus " + bonus + " and cost " + cost + " out of bounds");
    }
  }

  /// Returns what he gains by repaying `repaid`; negative if he should not.
  public double profit(double repaid) {
    return market.proceeds(repaid * (1 + bonus) / market.price()) - repaid - cost;
  }

  /// Returns the units of the largest block that does not lose money before costs: where the
  /// average price is down by the bonus, `(1 - e^(-y)) / y = 1 / (1 + bonus)` with `y` in depths.
  public double largestBlock() {
    if (bonus == 0) {
      return 0;
    }
    UnivariateFunction loss = y -> -StrictMath.expm1(-y) / y - 1 / (1 + bonus);
    // The average is at most 1/y, so y is at most 1 + bonus; and it is at least 1 - y/2.
    double low = bonus / (1 + bonus);
    return market.depth()
        * new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, SOLVER_ORDER)
            .solve(EVALUATIONS_MAX, loss, low, 1 + bonus);
  }
}
