package org.plimsoll.solvency.wrongway;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.plimsoll.solvency.bounds.Require;

/// Lognormal collateral and a borrower who defaults when a normal variable falls below a threshold,
/// the two correlated.
///
/// The collateral is worth `C0 exp((mu - s^2/2) T + s sqrt(T) Zc)` at the horizon, and the borrower
/// has defaulted where `Zb` is below the quantile of his default probability. A positive
/// correlation of `Zc` and `Zb` is wrong-way: what hurts the borrower hurts the collateral.
/// Everything here follows by integrating over the bivariate normal; the model is Pykhtin's (Risk,
/// August 2003) with one correlation.
///
/// Example: 150 of collateral at 80 % volatility against a default probability of 5 % is worth
/// 50.40 in the default after a year at correlation 0.6.
///
/// @param value of the collateral now, in the book's currency; positive
/// @param drift of the collateral per year, as a log rate of its mean
/// @param volatility per square root of a year; positive
/// @param years to the horizon; positive
/// @param defaultProbability of the borrower by the horizon; above 0, below 1
/// @param correlation of collateral and borrower; above -1, below 1
public record ConditionalCollateral(
    double value,
    double drift,
    double volatility,
    double years,
    double defaultProbability,
    double correlation) {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// Normal quantiles between which the conditional quantile is sought.
  private static final double WIDEST = 37;

  private static final double ACCURACY = 1e-13;
  private static final int EVALUATIONS_MAX = 200;
  private static final int SOLVER_ORDER = 5;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public ConditionalCollateral {
    Require.positive("value", value);
    Require.finite("drift", drift);
    Require.positive("volatility", volatility);
    Require.positive("years", years);
    Require.holds(
        defaultProbability > 0 && defaultProbability < 1, "defaultProbability", defaultProbability);
    Require.holds(correlation > -1 && correlation < 1, "correlation", correlation);
  }

  /// Returns the same loan at another correlation.
  public ConditionalCollateral withCorrelation(double other) {
    return new ConditionalCollateral(value, drift, volatility, years, defaultProbability, other);
  }

  /// Returns the mean value of the collateral over all outcomes.
  public double expected() {
    return value * StrictMath.exp(drift * years);
  }

  /// Returns the mean value of the collateral where the borrower has defaulted.
  public double expectedGivenDefault() {
    return expected() * wrongWayRatio();
  }

  /// Returns the mean in default over the mean: 1 is neutral, 0 is worthless when needed.
  public double wrongWayRatio() {
    double shifted = NORMAL.cumulativeProbability(threshold() - correlation * deviation());
    return shifted / defaultProbability;
  }

  /// Returns the probability that the collateral is worth less than `debt` where the borrower has
  /// defaulted.
  ///
  /// @throws IllegalArgumentException if `debt` is not positive
  public double shortfallProbability(double debt) {
    return pair().below(quantile(debt), threshold()) / defaultProbability;
  }

  /// Returns the mean of what the collateral lacks to cover `debt` where the borrower has
  /// defaulted.
  ///
  /// @throws IllegalArgumentException if `debt` is not positive
  public double lossGivenDefault(double debt) {
    double below = pair().below(quantile(debt), threshold());
    double partial =
        pair().below(quantile(debt) - deviation(), threshold() - correlation * deviation());
    double loss = (debt * below - expected() * partial) / defaultProbability;
    return StrictMath.max(0, loss);
  }

  /// Returns the mean loss on `debt` over all outcomes.
  ///
  /// @throws IllegalArgumentException if `debt` is not positive
  public double expectedLoss(double debt) {
    return defaultProbability * lossGivenDefault(debt);
  }

  /// Returns how many times the loss in default is what it would be without correlation.
  ///
  /// @throws IllegalArgumentException if `debt` is not positive
  public double lossMultiple(double debt) {
    return lossGivenDefault(debt) / withCorrelation(0).lossGivenDefault(debt);
  }

  /// Returns the share of today's value that is lost in all but the worst `level` of the outcomes
  /// in default; negative where even those are a gain.
  ///
  /// @param level above 0, below 1: 0.05 gives a haircut that suffices in 95 % of the defaults
  /// @throws IllegalArgumentException if `level` is out of its bounds
  public double haircut(double level) {
    Require.holds(level > 0 && level < 1, "level", level);
    BivariateNormal pair = pair();
    UnivariateFunction excess = z -> pair.below(z, threshold()) / defaultProbability - level;
    BracketingNthOrderBrentSolver solver =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, SOLVER_ORDER);
    double z = solver.solve(EVALUATIONS_MAX, excess, -WIDEST, WIDEST);
    return -StrictMath.expm1(logDrift() + deviation() * z);
  }

  private BivariateNormal pair() {
    return new BivariateNormal(correlation);
  }

  private double threshold() {
    return NORMAL.inverseCumulativeProbability(defaultProbability);
  }

  private double deviation() {
    return volatility * StrictMath.sqrt(years);
  }

  private double logDrift() {
    return (drift - volatility * volatility / 2) * years;
  }

  private double quantile(double debt) {
    Require.positive("debt", debt);
    return (StrictMath.log(debt / value) - logDrift()) / deviation();
  }
}
