package org.plimsoll.solvency.cycle;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Skewness;

/// The marks of fat tails and clustered volatility in the log returns of a run.
///
/// @param deviation of the returns, per step
/// @param skew third standardized moment
/// @param excessKurtosis fourth standardized moment less that of a normal variable
/// @param clustering autocorrelation of absolute returns over ten steps
/// @param tailIndex exponent at which the largest losses fall off, by Hill's estimator, over the
///   worst half percent of the steps that end below the asset's worth; infinity if none lost
/// @param defaultsPerThousand funds that gave up per thousand steps
/// @param marginCallsPerThousand forced sales per thousand steps
public record CycleStatistics(
    double deviation,
    double skew,
    double excessKurtosis,
    double clustering,
    double tailIndex,
    double defaultsPerThousand,
    double marginCallsPerThousand) {
  private static final int LAG = 10;
  private static final double TAIL = .005;
  private static final double THOUSAND = 1_000;

  /// Returns the statistics of `history`.
  ///
  /// @throws IllegalArgumentException if it has 1,000 steps or fewer, too few for any of this
  public static CycleStatistics of(CycleHistory history) {
    int steps = history.steps();
    if (steps <= THOUSAND) {
      throw new IllegalArgumentException("steps " + steps + " are too few for statistics");
    }
    double[] returns = IntStream.rangeClosed(1, steps).mapToDouble(history::logReturn).toArray();
    return new CycleStatistics(
        StrictMath.sqrt(StatUtils.variance(returns)),
        new Skewness().evaluate(returns),
        new Kurtosis().evaluate(returns),
        clustering(returns),
        tailIndex(history),
        history.defaults() * THOUSAND / steps,
        history.marginCalls() * THOUSAND / steps);
  }

  private static double clustering(double[] returns) {
    double[] sizes = Arrays.stream(returns).map(StrictMath::abs).toArray();
    double mean = StatUtils.mean(sizes);
    double together = 0;
    for (int step = LAG; step < sizes.length; step++) {
      together += (sizes[step] - mean) * (sizes[step - LAG] - mean);
    }
    return together / (sizes.length * StatUtils.populationVariance(sizes, mean));
  }

  private static double tailIndex(CycleHistory history) {
    double[] losses =
        IntStream.rangeClosed(1, history.steps())
            .filter(history::isCheap)
            .mapToDouble(step -> -history.logReturn(step))
            .filter(loss -> loss > 0)
            .sorted()
            .toArray();
    int tail = (int) (TAIL * losses.length);
    if (tail == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double least = losses[losses.length - tail - 1];
    double sum = 0;
    for (int loss = losses.length - tail; loss < losses.length; loss++) {
      sum += StrictMath.log(losses[loss] / least);
    }
    return tail / sum;
  }
}
