package org.plimsoll.solvency.performance;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The returns of a fund and of the market over the same periods.
public final class Returns {
  /// Fewer observations leave no error to estimate: a line needs one more than two.
  private static final int PERIODS_MIN = 3;

  private final double[] fund;
  private final double[] market;

  /// Timing after Treynor and Mazuy (1966), `r_f = alpha + beta r_m + gamma r_m²`: who holds more
  /// when the market rises gains on the square.
  ///
  /// @param alpha what selection earns, per period
  /// @param beta the average exposure
  /// @param gamma positive for a good timer
  public record Timing(Estimate alpha, Estimate beta, Estimate gamma) {}

  /// Takes copies of both series, as fractions: 0.01 is one percent.
  ///
  /// @throws IllegalArgumentException if their lengths differ, there are fewer than three, a return
  ///   is not finite, or the market never moves
  public Returns(double[] fund, double[] market) {
    if (fund.length != market.length || fund.length < PERIODS_MIN) {
      throw new IllegalArgumentException(
          "fund has "
              + fund.length
              + " returns and market "
              + market.length
              + "; both must have the same number, at least "
              + PERIODS_MIN);
    }
    requireFinite("fund", fund);
    requireFinite("market", market);
    if (DoubleStream.of(market).distinct().count() < 2) {
      throw new IllegalArgumentException("market never moves, so that it explains nothing");
    }
    this.fund = fund.clone();
    this.market = market.clone();
  }

  private static void requireFinite(String name, double[] returns) {
    for (double each : returns) {
      if (!Double.isFinite(each)) {
        throw new IllegalArgumentException(
            name + " has the return " + each + "; it must be finite");
      }
    }
  }

  /// Returns alpha and beta with the errors of ordinary least squares.
  public AlphaBeta alphaBeta() {
    Regression fit = linear();
    return result(fit, fit.coefficient(0), fit.coefficient(1));
  }

  /// Returns alpha and beta with errors that hold under autocorrelation over `lags` periods and
  /// changing variance (Newey and West 1987): smoothed marks of illiquid assets call for them.
  ///
  /// @throws IllegalArgumentException if `lags` is negative or not below the number of periods
  public AlphaBeta neweyWest(int lags) {
    if (lags < 0 || lags >= fund.length) {
      throw new IllegalArgumentException(
          "lags " + lags + " must be from 0 to " + (fund.length - 1));
    }
    Regression fit = linear();
    return result(fit, fit.neweyWest(0, lags), fit.neweyWest(1, lags));
  }

  /// Returns the fit with the market's square; nothing where fewer than four observations, or fewer
  /// than three different returns of the market, cannot tell a curve from a line.
  public Optional<Timing> timing() {
    boolean tooFew = DoubleStream.of(market).distinct().count() < 3;
    if (tooFew || fund.length <= PERIODS_MIN) {
      return Optional.empty();
    }
    double[][] regressors =
        DoubleStream.of(market).mapToObj(m -> new double[] {m, m * m}).toArray(double[][]::new);
    Regression fit = new Regression(fund, regressors);
    return Optional.of(new Timing(fit.coefficient(0), fit.coefficient(1), fit.coefficient(2)));
  }

  /// Returns only the periods in which the market fell, where a hedge or a hidden beta shows;
  /// nothing where they are too few or all alike.
  public Optional<Returns> downMarket() {
    int[] falls = IntStream.range(0, market.length).filter(i -> market[i] < 0).toArray();
    double[] funds = IntStream.of(falls).mapToDouble(i -> fund[i]).toArray();
    double[] markets = IntStream.of(falls).mapToDouble(i -> market[i]).toArray();
    boolean usable = falls.length >= PERIODS_MIN && DoubleStream.of(markets).distinct().count() > 1;
    return usable ? Optional.of(new Returns(funds, markets)) : Optional.empty();
  }

  private Regression linear() {
    double[][] regressors =
        DoubleStream.of(market).mapToObj(m -> new double[] {m}).toArray(double[][]::new);
    return new Regression(fund, regressors);
  }

  private AlphaBeta result(Regression fit, Estimate alpha, Estimate beta) {
    return new AlphaBeta(
        alpha,
        beta,
        fit.rSquared(),
        fit.residualDeviation(),
        fund.length,
        DoubleStream.of(market).sum(),
        DoubleStream.of(fund).sum());
  }
}
