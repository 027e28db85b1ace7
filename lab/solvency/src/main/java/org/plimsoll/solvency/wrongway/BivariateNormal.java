package org.plimsoll.solvency.wrongway;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.plimsoll.solvency.bounds.Require;

/// Two standard normal variables of a given correlation.
///
/// Moderate correlations integrate over the correlation's angle (Drezner and Wesolowsky, "On the
/// computation of the bivariate normal integral", 1990). Near one the integrand becomes a spike, so
/// the leading terms of its expansion are subtracted and integrated by hand (Genz, "Numerical
/// computation of rectangular bivariate and trivariate normal and t probabilities", Statistics and
/// Computing 14, 2004). Both with 20 Gauss-Legendre nodes; the absolute error is below 1e-14.
///
/// @param correlation -1 to 1
public record BivariateNormal(double correlation) {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(20, -1, 1);
  private static final double SPIKE = 0.925;

  /// An exponent below which nothing is left of the integrand.
  private static final double NEGLIGIBLE = -100;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the correlation is not in -1 to 1
  public BivariateNormal {
    Require.holds(correlation >= -1 && correlation <= 1, "correlation", correlation);
  }

  /// Returns the probability that the first is below `x` and the second below `y`.
  public double below(double x, double y) {
    double probability =
        x == Double.NEGATIVE_INFINITY || y == Double.NEGATIVE_INFINITY
            ? 0
            : x == Double.POSITIVE_INFINITY
                ? NORMAL.cumulativeProbability(y)
                : y == Double.POSITIVE_INFINITY
                    ? NORMAL.cumulativeProbability(x)
                    : StrictMath.abs(correlation) < SPIKE ? overAngle(x, y) : nearOne(x, y);
    return StrictMath.max(0, StrictMath.min(1, probability));
  }

  private double overAngle(double x, double y) {
    double halfSquares = (x * x + y * y) / 2;
    double angle = StrictMath.asin(correlation);
    double integral =
        NODES.integrate(node -> {
          double sine = StrictMath.sin(angle * (node + 1) / 2);
          return StrictMath.exp((sine * x * y - halfSquares) / (1 - sine * sine));
        });
    return integral * angle / (4 * StrictMath.PI)
        + NORMAL.cumulativeProbability(x) * NORMAL.cumulativeProbability(y);
  }

  /// The exact value at correlation one (or minus one), less what the missing correlation takes.
  private double nearOne(double x, double y) {
    double sign = StrictMath.signum(correlation);
    double missing = (1 - correlation) * (1 + correlation);
    double taken = missing == 0 ? 0 : taken(x, sign * y, missing) / (2 * StrictMath.PI);
    if (correlation > 0) {
      return NORMAL.cumulativeProbability(StrictMath.min(x, y)) - taken;
    }
    double overlap =
        x + y > 0 ? NORMAL.cumulativeProbability(x) - NORMAL.cumulativeProbability(-y) : 0;
    return overlap + taken;
  }

  private static double taken(double x, double y, double missing) {
    double product = x * y;
    double gap = (x - y) * (x - y);
    double c = (4 - product) / 8;
    double d = (12 - product) / 16;
    double width = StrictMath.sqrt(missing);
    double exponent = -(gap / missing + product) / 2;
    double sum = 0;
    if (exponent > NEGLIGIBLE) {
      double terms =
          1 - c * (gap - missing) * (1 - d * gap / 5) / 3 + c * d * missing * missing / 5;
      sum += width * StrictMath.exp(exponent) * terms;
    }
    if (product > NEGLIGIBLE) {
      double distance = StrictMath.sqrt(gap);
      double tail = NORMAL.cumulativeProbability(-distance / width);
      double front = StrictMath.exp(-product / 2) * StrictMath.sqrt(2 * StrictMath.PI);
      sum -= front * tail * distance * (1 - c * gap * (1 - d * gap / 5) / 3);
    }
    return sum + NODES.integrate(node -> remainder(node, width / 2, gap, product, c, d));
  }

  private static double remainder(
      double node, double half, double gap, double product, double c, double d) {
    double square = half * (node + 1) * half * (node + 1);
    double exponent = -(gap / square + product) / 2;
    if (exponent <= NEGLIGIBLE) {
      return 0;
    }
    double root = StrictMath.sqrt(1 - square);
    double exact = StrictMath.exp(-product * (1 - root) / (2 * (1 + root))) / root;
    return half * StrictMath.exp(exponent) * (exact - (1 + c * square * (1 + d * square)));
  }
}
