package org.plimsoll.solvency.marketmaking;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/// A desk whose edge per dollar traded fades as faster firms arrive, while its cost stays.
///
/// Derivation: a gross edge of `e0 e^(-t/tau)` less a cost of `c` on a volume of `V` a day sums to
/// `V (e0 tau (1 - e^(-T/tau)) - c T)` by day `T`; the best day to stop is where edge meets cost.
/// The sum returns to zero long after, and the desk looks profitable all the while.
///
/// @param dailyVolume in money; positive
/// @param edge e0, gross, per unit of volume on the first day; positive
/// @param halfLife of the edge in days; positive
/// @param cost c, per unit of volume: adverse selection and infrastructure; positive
public record DecayingEdge(double dailyVolume, double edge, double halfLife, double cost) {
  private static final int EVALUATIONS_MAX = 200;
  private static final int SOLVER_ORDER = 5;
  private static final double ACCURACY = 1e-13;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public DecayingEdge {
    Bounds.requirePositive("dailyVolume", dailyVolume);
    Bounds.requirePositive("edge", edge);
    Bounds.requirePositive("halfLife", halfLife);
    Bounds.requirePositive("cost", cost);
  }

  /// Returns the profit from the first day to day `day`.
  ///
  /// @throws IllegalArgumentException if `day` is negative
  public double profitUntil(double day) {
    Bounds.require(day >= 0 && day < Double.POSITIVE_INFINITY, "day", day, "must not be negative");
    return dailyVolume * timeConstant() * scaledProfit(day / timeConstant());
  }

  /// Returns the day on which the edge no longer covers the cost; 0 if it never did.
  public double stopDay() {
    return edge <= cost ? 0 : timeConstant() * StrictMath.log(edge / cost);
  }

  /// Returns how many days past the best day to stop `day` is; negative before it.
  public double daysPastStop(double day) {
    return day - stopDay();
  }

  /// Returns the day on which the whole profit is lost again; 0 if there never was one.
  public double backToZeroDay() {
    if (edge <= cost) {
      return 0;
    }
    double ratio = edge / cost;
    double root =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY * cost, SOLVER_ORDER)
            .solve(EVALUATIONS_MAX, this::scaledProfit, StrictMath.log(ratio), ratio);
    return timeConstant() * root;
  }

  /// The profit in units of volume times tau, at a time in units of tau.
  private double scaledProfit(double time) {
    return -edge * StrictMath.expm1(-time) - cost * time;
  }

  private double timeConstant() {
    return halfLife / StrictMath.log(2);
  }
}
