package org.plimsoll.solvency.performance;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/// An ordinary least squares fit with an intercept, and what its coefficients are worth.
final class Regression {
  private final OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
  private final double[] coefficients;
  private final double[][] regressors;

  Regression(double[] response, double[][] regressors) {
    this.regressors = regressors;
    fit.newSampleData(response, regressors);
    coefficients = fit.estimateRegressionParameters();
  }

  Estimate coefficient(int index) {
    return new Estimate(
        coefficients[index], fit.estimateRegressionParametersStandardErrors()[index]);
  }

  double residualDeviation() {
    return fit.estimateRegressionStandardError();
  }

  double rSquared() {
    return fit.calculateRSquared();
  }

  /// The estimate with the error of Newey and West (1987): Bartlett weights, no correction for the
  /// size of the sample.
  Estimate neweyWest(int index, int lags) {
    RealMatrix bread = new Array2DRowRealMatrix(fit.estimateRegressionParametersVariance());
    RealMatrix covariance = bread.multiply(meat(lags)).multiply(bread);
    return new Estimate(
        coefficients[index], StrictMath.sqrt(StrictMath.max(0, covariance.getEntry(index, index))));
  }

  private RealMatrix meat(int lags) {
    double[][] scores = scores();
    RealMatrix sum = new Array2DRowRealMatrix(coefficients.length, coefficients.length);
    for (int lag = 0; lag <= lags; lag++) {
      RealMatrix products = lagged(scores, lag).scalarMultiply(1 - lag / (lags + 1.0));
      sum = sum.add(products);
      sum = lag == 0 ? sum : sum.add(products.transpose());
    }
    return sum;
  }

  private RealMatrix lagged(double[][] scores, int lag) {
    RealMatrix now = new Array2DRowRealMatrix(scores, false);
    int last = scores.length - 1;
    int width = coefficients.length - 1;
    RealMatrix later = now.getSubMatrix(lag, last, 0, width);
    return later.transposeMultiply(now.getSubMatrix(0, last - lag, 0, width));
  }

  /// Each row is the regressors, the intercept first, times the residual.
  private double[][] scores() {
    double[] residuals = fit.estimateResiduals();
    double[][] scores = new double[residuals.length][coefficients.length];
    for (int t = 0; t < residuals.length; t++) {
      scores[t][0] = residuals[t];
      for (int i = 1; i < coefficients.length; i++) {
        scores[t][i] = residuals[t] * regressors[t][i - 1];
      }
    }
    return scores;
  }
}
