package org.plimsoll.solvency.performance;

import org.hipparchus.distribution.continuous.TDistribution;

/// The regression of a fund's returns on the market's, `r_f = alpha + beta r_m + e` (Jensen 1968):
/// what the fund earned by being there, and what by being good.
///
/// @param alpha per period
/// @param beta the market's return that the fund takes, times
/// @param rSquared the part of the fund's variance that the market explains, from 0 to 1
/// @param residualDeviation the standard deviation of what neither explains, per period
/// @param periods observations
/// @param marketReturn the sum of the market's returns
/// @param fundReturn the sum of the fund's returns
public record AlphaBeta(
    Estimate alpha,
    Estimate beta,
    double rSquared,
    double residualDeviation,
    int periods,
    double marketReturn,
    double fundReturn) {
  /// The t value from which an alpha is taken for seen.
  private static final double SEEN = 2;

  /// Returns the part of the fund's total return that is the market's.
  public double betaShare() {
    return beta.value() * marketReturn;
  }

  /// Returns the part of the fund's total return that is its own.
  public double alphaShare() {
    return alpha.value() * periods;
  }

  /// Returns what is left of the total: nothing but rounding, since least squares leaves residuals
  /// that sum to zero.
  public double residualShare() {
    return fundReturn - betaShare() - alphaShare();
  }

  /// Returns the probability of an alpha this far from zero, either way, where there is none.
  public double alphaPValue() {
    double t = StrictMath.abs(alpha.t());
    return 2 * new TDistribution(periods - 2).cumulativeProbability(-t);
  }

  /// Returns how many years of such returns would show this alpha at t = 2, `(2 s_e / alpha)²`
  /// periods.
  ///
  /// @throws IllegalArgumentException if `periodsPerYear` is not positive
  public double yearsToSeeAlpha(double periodsPerYear) {
    if (!(periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("periodsPerYear " + periodsPerYear + " must be positive");
    }
    double ratio = SEEN * residualDeviation / alpha.value();
    return ratio * ratio / periodsPerYear;
  }

  /// Returns the plain word for it. An alpha below t = 2 is not taken for skill; a gain without it
  /// is the market's if beta's share is most of it.
  public Reading reading() {
    if (alpha.t() >= SEEN) {
      return Reading.SKILL;
    }
    boolean fromMarket = beta.t() >= SEEN && fundReturn > 0 && betaShare() > fundReturn / 2;
    return fromMarket ? Reading.BULL_MARKET_BETA : Reading.NEITHER;
  }

  /// What the regression says of a fund.
  public enum Reading {
    /// An alpha that chance does not explain.
    SKILL,
    /// A gain that the market explains.
    BULL_MARKET_BETA,
    /// Nothing that can be told from noise.
    NEITHER
  }
}
