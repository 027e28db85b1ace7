package org.plimsoll.solvency.limits;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BisectionSolver;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.SquareRootImpact;
import org.plimsoll.solvency.policy.Outlet;
import org.plimsoll.solvency.spiral.LoadLine;

/// What is lost on one collateral when all that it may secure is lent against it, and all of it is
/// sold after a fall of its price.
///
/// Each unit secures the part `weight` of its price. A unit that sells for less leaves the rest,
/// and one that sells for more helps nobody else: so the loss is `integral of max(0, w - (1 - fall)
/// g(x)) p dx` over the units, where `g` is the price after `x` units over the price before, and
/// nothing for what cannot be sold within the horizon. No order in which borrowers are sold out
/// loses more.
///
/// @param outlet the market, within the horizon
/// @param weight of the collateral; above 0, below 1
public record SaleLoss(Outlet.Traded outlet, double weight) {
  private static final double ACCURACY = 1e-12;
  private static final int EVALUATIONS_MAX = 200;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the weight is out of its bounds
  public SaleLoss {
    Require.holds(weight > 0 && weight < 1, "weight", weight);
  }

  /// Returns what is lost on `value` of collateral, in the book's currency.
  ///
  /// @param value at the price before the fall; not negative
  /// @param fall the part of the price that is lost; from 0 to below 1
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public double of(double value, double fall) {
    Require.notNegative("value", value);
    double units = value / price();
    double covered = StrictMath.min(units, covered(Require.fraction("fall", fall)));
    double proceeds = outlet.proceeds(units) - outlet.proceeds(covered);
    return StrictMath.max(0, weight * price() * (units - covered) - (1 - fall) * proceeds);
  }

  /// Returns the largest value of collateral on which no more than `budget` is lost.
  ///
  /// @param budget not negative
  /// @param fall the part of the price that is lost; from 0 to below 1
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public double valueFor(double budget, double fall) {
    Require.notNegative("budget", budget);
    double low = covered(fall) * price();
    // Beyond what can be sold each unit loses all that it secures, so the loss is at least that.
    double high = outlet.sellable() * price() + budget / weight;
    double scale = StrictMath.max(high, Double.MIN_NORMAL);
    UnivariateFunction excess = value -> of(value * scale, fall) - budget;
    if (budget == 0 || excess.value(high / scale) <= 0) {
      return budget == 0 ? low : high;
    }
    double found =
        new BisectionSolver(ACCURACY).solve(EVALUATIONS_MAX, excess, low / scale, high / scale);
    return StrictMath.max(low, (found - 2 * ACCURACY) * scale);
  }

  /// Returns the load line, the most debt that may stand against the collateral: what all that can
  /// be sold brings, and, where the model has a depth at the margin, the debt from which forced
  /// sales feed on themselves.
  public double line() {
    double liquidation = outlet.proceeds(outlet.sellable());
    return outlet.model() instanceof SquareRootImpact
        ? liquidation
        : StrictMath.min(
            liquidation, new LoadLine(price() * outlet.model().localDepth(0), weight).debt());
  }

  private double price() {
    return outlet.model().price();
  }

  /// The units up to the first that sells for less than it secures.
  private double covered(double fall) {
    double least = weight / (1 - fall);
    double sellable = outlet.sellable();
    if (least >= 1 || sellable == 0) {
      return 0;
    }
    UnivariateFunction above = part -> outlet.priceAfter(part * sellable) / price() - least;
    return above.value(1) >= 0
        ? sellable
        : sellable * new BisectionSolver(ACCURACY).solve(EVALUATIONS_MAX, above, 0, 1);
  }
}
