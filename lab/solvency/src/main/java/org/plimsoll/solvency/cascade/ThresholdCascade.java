package org.plimsoll.solvency.cascade;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BisectionSolver;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// A cascade of complete liquidations.
///
/// After a shock, all loans under water at the price are hit together and sell all their
/// collateral. The proceeds of a round are shared by quantity at its average price, so that no loan
/// gains by standing first in a queue that nobody has seen. The price follows the total sold so
/// far, `p0 (1 - shock) e^(-S/M)`, and the next round begins there.
///
/// The final price never rises with the shock. Bad debt may fall: a larger shock can hit a sound
/// loan together with a bad one, and the two share an average price.
///
/// @param book the loans
/// @param market before the shock
public record ThresholdCascade(LoanBook book, ExponentialImpact market) {
  private static final double ACCURACY = 1e-12;
  private static final int EVALUATIONS_MAX = 100;

  /// Returns what a fall of the price by the part `shock` sets off.
  ///
  /// @throws IllegalArgumentException if the shock is not in \[0, 1)
  public CascadeOutcome after(double shock) {
    requireShock(shock);
    ExponentialImpact shocked = new ExponentialImpact(market.price() * (1 - shock), market.depth());
    List<CascadeOutcome.Round> rounds = new ArrayList<>();
    double price = shocked.price();
    double sold = 0;
    double badDebt = 0;
    int hit = 0;
    while (hit < book.size() && book.trigger[hit] >= price) {
      int first = hit;
      double quantity = 0;
      for (; hit < book.size() && book.trigger[hit] >= price; hit++) {
        quantity += book.quantity[hit];
      }
      ExponentialImpact round = new ExponentialImpact(price, market.depth());
      double average = round.proceeds(quantity) / quantity;
      sold += quantity;
      price = shocked.priceAfter(sold);
      double unpaid = unpaid(first, hit, average);
      badDebt += unpaid;
      rounds.add(new CascadeOutcome.Round(hit - first, quantity, average, price, unpaid));
    }
    return new CascadeOutcome(price, hit, sold, badDebt, rounds);
  }

  private double unpaid(int first, int end, double average) {
    double unpaid = 0;
    for (int rank = first; rank < end; rank++) {
      unpaid += StrictMath.max(0, book.debt[rank] - book.quantity[rank] * average);
    }
    return unpaid;
  }

  /// Returns the smallest shock that liquidates any loan; 0 if one is under water already.
  public double firstLiquidation() {
    return StrictMath.max(0, 1 - book.trigger[0] / market.price());
  }

  /// Returns the smallest shock that liquidates every loan, to 1e-12.
  ///
  /// What is liquidated only grows with the shock, so bisection finds it.
  public double allGone() {
    return smallestBetween(0, lastTriggered(), shock -> after(shock).liquidated() == book.size());
  }

  /// Returns the smallest shock that leaves bad debt, to 1e-12, or 1 if none does.
  ///
  /// Bad debt is not monotone in the shock: a scan finds the first step that shows any, bisection
  /// the place within that step. An interval narrower than a step may be missed.
  ///
  /// @param steps of the scan over shocks from 0 to 1; each costs a cascade
  /// @throws IllegalArgumentException if it is not positive
  public double firstBadDebt(int steps) {
    PledgedLoan.requirePositive("steps", steps);
    Criterion isBad = shock -> after(shock).badDebt() > 0;
    for (int step = 0; step < steps; step++) {
      double shock = (double) step / steps;
      if (isBad.holds(shock)) {
        return smallestBetween(StrictMath.max(0, (step - 1.0) / steps), shock, isBad);
      }
    }
    return 1;
  }

  /// A shock beyond the last trigger itself, which needs no help from any sale.
  private double lastTriggered() {
    double last = 1 - book.trigger[book.size() - 1] / market.price();
    return StrictMath.max(0, StrictMath.min(StrictMath.nextDown(1.0), last + ACCURACY));
  }

  private interface Criterion {
    boolean holds(double shock);
  }

  private static double smallestBetween(double low, double high, Criterion criterion) {
    if (criterion.holds(low)) {
      return low;
    }
    UnivariateFunction step = shock -> criterion.holds(shock) ? 1 : -1;
    return new BisectionSolver(ACCURACY).solve(EVALUATIONS_MAX, step, low, high);
  }

  private static void requireShock(double shock) {
    if (!(shock >= 0 && shock < 1)) {
      throw new IllegalArgumentException("shock " + shock + " is not in [0, 1)");
    }
  }
}
