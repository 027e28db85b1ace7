package org.plimsoll.solvency.survival;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.plimsoll.solvency.bounds.Require;

/// The likeliest of all moves that lose a given amount.
///
/// For exposures `h` and moves of covariance `S` it is `z = -E S h / (h' S h)`, at a distance of `E
/// / sqrt(h' S h)` standard deviations: the point where the plane of losses `E` touches the
/// smallest ellipsoid of the moves. It holds for books that are linear in the moves.
///
/// @param exposures loss of each asset per move of -1, in the book's currency
/// @param covariance of the moves over the horizon; symmetric
public record LikeliestMove(RealVector exposures, RealMatrix covariance) {
  /// Checks the sizes, and that the book can lose at all.
  ///
  /// @throws IllegalArgumentException if the sizes differ or no move of positive variance loses
  public LikeliestMove {
    exposures = exposures.copy();
    covariance = covariance.copy();
    int size = exposures.getDimension();
    Require.holds(covariance.getRowDimension() == size, "rows", covariance.getRowDimension());
    Require.holds(covariance.isSquare(), "columns", covariance.getColumnDimension());
    Require.positive("variance", covariance.operate(exposures).dotProduct(exposures));
  }

  /// Returns the stress of these figures.
  ///
  /// @throws IllegalArgumentException as the constructor does
  public static LikeliestMove of(double[] exposures, double[][] covariance) {
    return new LikeliestMove(
        MatrixUtils.createRealVector(exposures), MatrixUtils.createRealMatrix(covariance));
  }

  /// Returns the move of each asset, such as -0.117 for a fall of 11.7 %.
  ///
  /// @param loss in the book's currency; positive
  /// @throws IllegalArgumentException if `loss` is not positive
  public double[] likeliest(double loss) {
    Require.positive("loss", loss);
    return covariance.operate(exposures).mapMultiply(-loss / variance()).toArray();
  }

  /// Returns how many standard deviations away that move is.
  ///
  /// @param loss in the book's currency; positive
  /// @throws IllegalArgumentException if `loss` is not positive
  public double distance(double loss) {
    Require.positive("loss", loss);
    return loss / StrictMath.sqrt(variance());
  }

  private double variance() {
    return covariance.operate(exposures).dotProduct(exposures);
  }
}
