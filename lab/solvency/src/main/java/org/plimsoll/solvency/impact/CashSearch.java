package org.plimsoll.solvency.impact;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.plimsoll.solvency.bounds.Require;

/// Finds the quantity that brings some cash, for models whose proceeds have no inverse in closed
/// form.
final class CashSearch {
  private static final int EVALUATIONS_MAX = 200;
  private static final int SOLVER_ORDER = 5;
  private static final double ACCURACY = 1e-14;

  private CashSearch() {}

  /// Returns the least quantity in `[0, most]` that brings `cash`; infinite where none does.
  static double tokensFor(ImpactModel market, double cash, double most) {
    if (Require.notNegative("cash", cash) == 0) {
      return 0;
    }
    if (cash > market.proceeds(most)) {
      return Double.POSITIVE_INFINITY;
    }
    BracketingNthOrderBrentSolver solver =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, SOLVER_ORDER);
    return most
        * solver.solve(EVALUATIONS_MAX, part -> market.proceeds(part * most) / cash - 1, 0, 1);
  }
}
