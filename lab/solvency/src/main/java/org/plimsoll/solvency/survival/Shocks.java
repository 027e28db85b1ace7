package org.plimsoll.solvency.survival;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/// The random part of a path: daily moves of prices, and the days of failures from outside.
///
/// Every path has its own counter of one Philox generator, and draws the same numbers in the same
/// order whatever happens on it: so a path is the same on any thread, and two systems that differ
/// in a policy meet the same weather.
final class Shocks {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double SYMMETRY = 1e-9;
  private static final double POSITIVITY = 1e-12;

  /// How far a quantile may be off; fates as close to the last day as that get their exact day.
  private static final double QUANTILE_ERROR = 1e-6;

  private final int size;
  private final double[] trend;
  private final double[] jumpShares;

  /// Daily deviation times the root of the correlation; column by column from the diagonal down, so
  /// that the inner loop adds into distinct places.
  private final double[][] columns;

  private final MarketJump jump;
  private final double commonLoading;
  private final double[] outsideThresholds;

  /// A fate above this fails after the last day, if ever: most do, and need no exact day.
  private final double[] latestFates;

  private final double[] moves;
  private UniformRandomProvider random = stream(0, 0);
  private SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);

  /// @param days after which nothing is looked at
  /// @throws IllegalArgumentException if the correlation is not positive definite
  Shocks(CreditSystem system, int days) {
    List<RiskyAsset> assets = system.assets();
    this.size = assets.size();
    double day = 1.0 / CreditSystem.DAYS_PER_YEAR;
    this.trend =
        assets.stream()
            .mapToDouble(a -> (a.drift() - a.volatility() * a.volatility() / 2) * day)
            .toArray();
    this.jumpShares = assets.stream().mapToDouble(RiskyAsset::jumpShare).toArray();
    this.columns = columns(system, StrictMath.sqrt(day));
    this.jump = system.jump();
    this.commonLoading = StrictMath.sqrt(system.defaultCorrelation());
    this.outsideThresholds =
        system.parties().stream().mapToDouble(Counterparty::outsideDefault).toArray();
    this.latestFates =
        Arrays.stream(outsideThresholds).map(yearly -> latestFate(yearly, days)).toArray();
    this.moves = new double[size];
  }

  private static double latestFate(double yearly, int days) {
    double years = (double) days / CreditSystem.DAYS_PER_YEAR;
    double failing = -StrictMath.expm1(years * StrictMath.log1p(-yearly));
    return NORMAL.inverseCumulativeProbability(failing) + QUANTILE_ERROR;
  }

  private static double[][] columns(CreditSystem system, double rootDay) {
    int size = system.assets().size();
    RealMatrix correlation = system.correlation().copy();
    for (int other = 1; other < size; other++) {
      correlation.setEntry(0, other, 0);
      correlation.setEntry(other, 0, 0);
    }
    RealMatrix root = root(correlation);
    double[][] columns = new double[size][];
    for (int column = 0; column < size; column++) {
      columns[column] = root.getColumn(column);
      for (int row = 0; row < size; row++) {
        columns[column][row] *= system.assets().get(row).volatility() * rootDay;
      }
    }
    return columns;
  }

  private static RealMatrix root(RealMatrix correlation) {
    try {
      return new CholeskyDecomposition(correlation, SYMMETRY, POSITIVITY).getL();
    } catch (MathIllegalArgumentException e) {
      throw new IllegalArgumentException("correlation must be positive definite", e);
    }
  }

  /// Starts `path` and draws the day of each party's outside failure, the largest `int` for none
  /// that matters.
  void start(long seed, long path, int[] outsideDays) {
    random = stream(seed, path);
    normal = ZigguratSampler.NormalizedGaussian.of(random);
    double common = normal.sample();
    double ownLoading = StrictMath.sqrt(1 - commonLoading * commonLoading);
    for (int party = 0; party < outsideDays.length; party++) {
      double fate = commonLoading * common + ownLoading * normal.sample();
      outsideDays[party] =
          fate > latestFates[party]
              ? Integer.MAX_VALUE
              : outsideDay(fate, outsideThresholds[party]);
    }
  }

  /// The seed is Philox's key and the path a high word of its counter: no two paths ever meet.
  private static UniformRandomProvider stream(long seed, long path) {
    return RandomSource.PHILOX_4X64.create(new long[] {seed, 0, 0, 0, path, 0});
  }

  /// A constant intensity, read off at the quantile of `fate`: Li, "On default correlation: a
  /// copula function approach", 2000.
  private static int outsideDay(double fate, double yearly) {
    double quantile = NORMAL.cumulativeProbability(fate);
    double years = StrictMath.log1p(-quantile) / StrictMath.log1p(-yearly);
    double days = StrictMath.ceil(years * CreditSystem.DAYS_PER_YEAR);
    return days < Integer.MAX_VALUE ? (int) StrictMath.max(1, days) : Integer.MAX_VALUE;
  }

  /// Moves the prices by one day.
  void advance(double[] prices) {
    double jumps = random.nextDouble();
    double jumpSize = jump.mean() + jump.deviation() * normal.sample();
    boolean isJump = jumps * CreditSystem.DAYS_PER_YEAR < jump.perYear();
    for (int asset = 0; asset < size; asset++) {
      moves[asset] = isJump ? trend[asset] + jumpShares[asset] * jumpSize : trend[asset];
    }
    for (int column = 1; column < size; column++) {
      double shock = normal.sample();
      double[] weights = columns[column];
      for (int row = column; row < size; row++) {
        moves[row] += weights[row] * shock;
      }
    }
    for (int asset = 1; asset < size; asset++) {
      prices[asset] *= StrictMath.exp(moves[asset]);
    }
  }
}
