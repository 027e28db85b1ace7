package org.plimsoll.solvency.spiral;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ImpactModel;

/// The map `F(p) = (1 - shock) I(S(p))` whose fixed points are the prices at which a shock can end.
///
/// `S(p)` is what has been forced on the market once the price was as low as `p`; it must not rise
/// with `p`. Then `F` rises with `p`, and the price reached from above is the greatest fixed point,
/// in whatever order the sales are made.
///
/// @param market before the shock
/// @param shock part of the price lost; from 0 to below 1
/// @param forced `S`, units sold once the price is at some level or lower
public record PriceMap(ImpactModel market, double shock, DoubleUnaryOperator forced) {
  private static final int ROUNDS_MAX = 100_000;
  private static final int EVALUATIONS_MAX = 200;
  private static final int SOLVER_ORDER = 5;
  private static final double SETTLED = 1e-14;

  /// What a round must move to be seen.
  private static final double VISIBLE = 1e-4;

  private static final double SLOPE_STEP = 1e-6;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if `shock` is out of bounds
  public PriceMap {
    Require.fraction("shock", shock);
  }

  /// One price of a chart.
  ///
  /// @param price `p`
  /// @param mapped `F(p)`
  /// @param gain `R(p) = F'(p)`; above 1 the price runs away from here
  public record Point(double price, double mapped, double gain) {}

  /// A price at which the map meets `F(p) = p`.
  ///
  /// @param price where
  /// @param stable whether small moves die out; an unstable one, or a jump across it, is where the
  ///   fall to the next lower one begins
  public record FixedPoint(double price, boolean stable) {}

  /// Returns `F(price)`.
  public double value(double price) {
    return (1 - shock) * market.priceAfter(forced.applyAsDouble(price));
  }

  /// Returns the price that the shock ends at: the greatest fixed point, iterated from the top.
  public double finalPrice() {
    double price = (1 - shock) * market.price();
    for (int round = 0; round < ROUNDS_MAX; round++) {
      double next = value(price);
      if (price - next <= SETTLED * price) {
        return next;
      }
      price = next;
    }
    return price;
  }

  /// Returns the price after each round of forced sales, from the shock on, until it settles or
  /// `most` rounds have passed.
  ///
  /// @throws IllegalArgumentException if `most` is not positive
  public List<Double> rounds(int most) {
    Require.positive("most", most);
    List<Double> prices = new ArrayList<>();
    double price = (1 - shock) * market.price();
    prices.add(price);
    for (int round = 1; round <= most; round++) {
      double next = value(price);
      if (price - next <= VISIBLE * price) {
        return prices;
      }
      price = next;
      prices.add(price);
    }
    return prices;
  }

  /// Returns the map at `points` evenly spaced prices up to the price before the shock, lowest
  /// first, for a chart.
  ///
  /// @throws IllegalArgumentException if `points` is not positive
  public List<Point> chart(int points) {
    Require.positive("points", points);
    List<Point> chart = new ArrayList<>(points);
    for (int i = 1; i <= points; i++) {
      double price = market.price() * i / points;
      chart.add(new Point(price, value(price), gain(price)));
    }
    return chart;
  }

  /// Returns `R(p) = F'(p)`, by a central difference that stays below the price before the shock:
  /// what is forced above it has no meaning.
  public double gain(double price) {
    double step = SLOPE_STEP * market.price();
    double high = StrictMath.min(price + step, market.price());
    double low = high - 2 * step;
    return (value(high) - value(low)) / (high - low);
  }

  /// Returns the fixed points that a grid of `points` prices separates, lowest first.
  ///
  /// @throws IllegalArgumentException if `points` is not positive
  public List<FixedPoint> fixedPoints(int points) {
    List<FixedPoint> found = new ArrayList<>();
    List<Point> chart = chart(points);
    Point below = new Point(0, value(0), 0);
    for (Point above : chart) {
      double low = below.mapped() - below.price();
      double high = above.mapped() - above.price();
      boolean falls = low > 0 && high <= 0;
      boolean rises = low < 0 && high >= 0;
      if (falls || rises) {
        found.add(new FixedPoint(root(below.price(), above.price()), falls));
      }
      below = above;
    }
    return found;
  }

  private double root(double low, double high) {
    double accuracy = SETTLED * market.price();
    return new BracketingNthOrderBrentSolver(SETTLED, accuracy, accuracy, SOLVER_ORDER)
        .solve(EVALUATIONS_MAX, price -> value(price) - price, low, high);
  }
}
