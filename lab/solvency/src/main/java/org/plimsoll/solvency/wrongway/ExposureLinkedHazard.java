package org.plimsoll.solvency.wrongway;

import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.plimsoll.solvency.bounds.Require;

/// A default intensity that depends on how much the defaulter would owe: `h = exp(a + b V)`, over
/// one period.
///
/// The slope `b` is the modeler's: above zero the counterparty is likelier to fail the more it
/// owes, which is wrong-way. The level `a` follows from the default probability that the market
/// shows.
///
/// Source: Hull and White, "CVA and wrong-way risk", Financial Analysts Journal 68, 2012, reduced
/// to one period of length one.
///
/// @param outcomes exposures at the period's end and their probabilities; these sum to one
/// @param defaultProbability over the period; above 0, below 1
/// @param slope `b`, per unit of exposure
public record ExposureLinkedHazard(
    List<Outcome> outcomes, double defaultProbability, double slope) {
  private static final double UNIT_TOLERANCE = 1e-9;
  private static final double ACCURACY = 1e-14;
  private static final int EVALUATIONS_MAX = 500;
  private static final int SOLVER_ORDER = 5;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public ExposureLinkedHazard {
    outcomes = List.copyOf(outcomes);
    double total = outcomes.stream().mapToDouble(Outcome::probability).sum();
    Require.holds(StrictMath.abs(total - 1) <= UNIT_TOLERANCE, "sum of probabilities", total);
    Require.holds(
        defaultProbability > 0 && defaultProbability < 1, "defaultProbability", defaultProbability);
    Require.finite("slope", slope);
  }

  /// What the counterparty may owe.
  ///
  /// @param exposure in the book's currency; negative where the counterparty is owed
  /// @param probability 0 to 1
  public record Outcome(double exposure, double probability) {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a component is out of its bounds
    public Outcome {
      Require.finite("exposure", exposure);
      Require.share("probability", probability);
    }
  }

  /// Returns `a`, at which the mean default probability is the given one.
  public double level() {
    UnivariateFunction excess =
        level -> {
          double sum = 0;
          for (Outcome outcome : outcomes) {
            sum += outcome.probability() * defaultGiven(outcome, level);
          }
          return sum - defaultProbability;
        };
    double flat = StrictMath.log(-StrictMath.log1p(-defaultProbability));
    double reach = largestTilt() + 1;
    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, SOLVER_ORDER)
        .solve(EVALUATIONS_MAX, excess, flat - reach, flat + reach);
  }

  /// Returns the mean loss where a default loses the whole positive exposure.
  public double expectedLoss() {
    double level = level();
    double sum = 0;
    for (Outcome outcome : outcomes) {
      double owed = StrictMath.max(0, outcome.exposure());
      sum += outcome.probability() * defaultGiven(outcome, level) * owed;
    }
    return sum;
  }

  /// Returns how many times the expected loss is what it would be if default and exposure had
  /// nothing to do with each other; above 1 is wrong-way. Not a number where nothing is ever owed.
  public double multiple() {
    double owed =
        outcomes.stream().mapToDouble(o -> o.probability() * StrictMath.max(0, o.exposure())).sum();
    return expectedLoss() / (defaultProbability * owed);
  }

  private double defaultGiven(Outcome outcome, double level) {
    return -StrictMath.expm1(-StrictMath.exp(level + slope * outcome.exposure()));
  }

  /// The level can be off the flat one by no more than the largest tilt of any outcome.
  private double largestTilt() {
    return outcomes.stream().mapToDouble(o -> StrictMath.abs(slope * o.exposure())).max().orElse(0);
  }
}
