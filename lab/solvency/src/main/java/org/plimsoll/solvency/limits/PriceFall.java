package org.plimsoll.solvency.limits;

import org.hipparchus.distribution.continuous.TDistribution;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.wrongway.ConditionalCollateral;

/// How far a price may fall while collateral is sold, by the larger of two measures.
///
/// The first lets the log return be Student's t with three degrees of freedom, scaled to the
/// volatility and growing with the square root of time: the chance of a move falls with the cube of
/// its size (Gopikrishnan et al., "Scaling of the distribution of fluctuations of financial market
/// indices", 1999). The second asks how far a lognormal price has fallen where the borrower has
/// failed in the worst part of his own outcomes, at a correlation of 0.9 between the two (Pykhtin
/// 2003); nobody knows the correlation, so the largest that is commonly tried stands for it. Beyond
/// the confidence the fall goes on growing like the first.
///
/// @param volatility standard deviation of a day's log return; positive
/// @param days the horizon; positive
/// @param confidence with which the fall is not exceeded; at least 0.9, below 1
public record PriceFall(double volatility, double days, double confidence) {
  /// Correlation of collateral and borrower that is taken.
  public static final double CORRELATION = 0.9;

  private static final double LEAST_CONFIDENCE = 0.9;
  private static final double FREEDOM = 3;
  private static final double DAYS_A_YEAR = 365;
  private static final TDistribution STUDENT = new TDistribution(FREEDOM);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public PriceFall {
    Require.positive("volatility", volatility);
    Require.positive("days", days);
    Require.holds(confidence >= LEAST_CONFIDENCE && confidence < 1, "confidence", confidence);
  }

  /// Returns the part of the price that is lost by the first measure.
  public double fatTail() {
    return -StrictMath.expm1(-tail(confidence));
  }

  /// Returns the part of the price that is lost by the second measure; not below 0.
  public double givenDefault() {
    double worst = 1 - confidence;
    ConditionalCollateral collateral =
        new ConditionalCollateral(
            1,
            0,
            volatility * StrictMath.sqrt(DAYS_A_YEAR),
            days / DAYS_A_YEAR,
            worst,
            CORRELATION);
    return StrictMath.max(0, collateral.haircut(worst));
  }

  /// Returns the part of the price that is lost by the larger measure.
  public double atConfidence() {
    return StrictMath.max(fatTail(), givenDefault());
  }

  /// Returns the part that is lost at a level from the confidence on.
  ///
  /// @param level at least the confidence, below 1
  /// @throws IllegalArgumentException if `level` is out of its bounds
  public double beyond(double level) {
    Require.holds(level >= confidence && level < 1, "level", level);
    double growth = tail(level) / tail(confidence);
    double fall = -StrictMath.expm1(growth * StrictMath.log1p(-atConfidence()));
    return StrictMath.min(StrictMath.nextDown(1.0), fall);
  }

  private double tail(double level) {
    double unit = StrictMath.sqrt((FREEDOM - 2) / FREEDOM);
    return volatility * StrictMath.sqrt(days) * unit * STUDENT.inverseCumulativeProbability(level);
  }
}
