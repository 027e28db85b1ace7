package org.plimsoll.solvency.betting;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/// A bet that is won or lost, and may be repeated at the same terms.
///
/// The fraction of wealth staked decides what repetition does: the mean grows fastest with
/// everything at stake, the median with the fraction of Kelly (1956), and beyond the break-even
/// fraction almost every path shrinks although every bet is in the bettor's favor.
///
/// @param winProbability above 0 and below 1
/// @param odds what a stake of 1 wins, on top of itself; positive
public record BinaryBet(double winProbability, double odds) {
  private static final int EVALUATIONS_MAX = 200;
  private static final int SOLVER_ORDER = 5;
  private static final double ACCURACY = 1e-14;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if either figure is out of bounds
  public BinaryBet {
    if (!(winProbability > 0 && winProbability < 1)) {
      throw new IllegalArgumentException(
          "winProbability " + winProbability + " must be above 0 and below 1");
    }
    if (!(odds > 0 && odds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("odds " + odds + " must be positive");
    }
  }

  /// Returns what a stake of 1 gains on average; negative where the bet is unfair to the bettor.
  public double edge() {
    return winProbability * odds - (1 - winProbability);
  }

  /// Returns the fraction of wealth with the largest growth, `p - (1 - p) / b`; 0 without an edge.
  public double kellyFraction() {
    return StrictMath.max(0, edge() / odds);
  }

  /// Returns the expected change of log wealth per bet: negative infinity where all is at stake.
  ///
  /// @throws IllegalArgumentException if `fraction` is not from 0 to 1
  public double growth(double fraction) {
    requireFraction(fraction);
    return winProbability * StrictMath.log1p(odds * fraction)
        + (1 - winProbability) * StrictMath.log1p(-fraction);
  }

  /// Returns the fraction above Kelly's at which wealth no longer grows; 0 without an edge. Small
  /// bets break even at about twice the fraction of Kelly.
  public double breakEvenFraction() {
    double best = kellyFraction();
    if (best == 0) {
      return 0;
    }
    // In y = -ln(1 - f) the growth is p ln(1 + b (1 - e^-y)) - (1 - p) y, finite everywhere.
    double low = -StrictMath.log1p(-best);
    double high = StrictMath.log1p(odds) / (1 - winProbability);
    double root =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, SOLVER_ORDER)
            .solve(EVALUATIONS_MAX, this::growthAtLogStake, low, high);
    return -StrictMath.expm1(-root);
  }

  private double growthAtLogStake(double y) {
    return winProbability * StrictMath.log1p(-odds * StrictMath.expm1(-y))
        - (1 - winProbability) * y;
  }

  /// Returns what `rounds` bets of `fraction` of current wealth make of 1.
  ///
  /// @throws IllegalArgumentException if `fraction` is not from 0 to 1, or `rounds` not positive
  public BetOutcome outcome(double fraction, int rounds) {
    requireFraction(fraction);
    requireRounds(rounds);
    int wins = new BinomialDistribution(rounds, winProbability).inverseCumulativeProbability(0.5);
    double alive = fraction < 1 ? 1 : StrictMath.pow(winProbability, rounds);
    return new BetOutcome(
        StrictMath.pow(1 + fraction * edge(), rounds),
        wealth(fraction, wins, rounds - wins),
        alive);
  }

  /// Returns what 1 becomes after so many bets won and lost.
  double wealth(double fraction, int won, int lost) {
    return StrictMath.pow(1 + odds * fraction, won) * StrictMath.pow(1 - fraction, lost);
  }

  /// Returns the owner's mean wealth after one bet, where the wealth staked is 1, of which only
  /// `ownShare` is the owner's and the rest is owed to others who bear what the owner cannot.
  ///
  /// Limited liability makes this convex in the fraction: with little of one's own at stake, all in
  /// is best even at a negative edge. It is the owner's put on the creditors.
  ///
  /// @throws IllegalArgumentException if either argument is not from 0 to 1
  public double ownersMean(double fraction, double ownShare) {
    requireFraction(fraction);
    if (!(ownShare >= 0 && ownShare <= 1)) {
      throw new IllegalArgumentException("ownShare " + ownShare + " must be from 0 to 1");
    }
    return winProbability * (ownShare + odds * fraction)
        + (1 - winProbability) * StrictMath.max(0, ownShare - fraction);
  }

  static void requireFraction(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction " + fraction + " must be from 0 to 1");
    }
  }

  static void requireRounds(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds " + rounds + " must be positive");
    }
  }
}
