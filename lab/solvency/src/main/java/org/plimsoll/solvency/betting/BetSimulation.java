package org.plimsoll.solvency.betting;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// A bet repeated on many simulated paths.
///
/// @param outcome the sample's mean, upper median and surviving part
/// @param meanGrowth the sample's mean of the log of wealth per round; negative infinity where a
///   path lost everything
/// @param standardError of the mean wealth
public record BetSimulation(BetOutcome outcome, double meanGrowth, double standardError) {
  /// Plays `rounds` bets of `fraction` of current wealth on each of `paths` paths; the same seed
  /// gives the same result on every machine.
  ///
  /// @throws IllegalArgumentException if `fraction` is not from 0 to 1, or a count is too small
  public static BetSimulation run(
      BinaryBet bet, double fraction, int rounds, int paths, long seed) {
    BinaryBet.requireFraction(fraction);
    BinaryBet.requireRounds(rounds);
    if (paths < 2) {
      throw new IllegalArgumentException("paths " + paths + " must be at least 2");
    }
    UniformRandomProvider random = RandomSource.PHILOX_4X64.create(seed);
    double[] wealth = new double[paths];
    for (int path = 0; path < paths; path++) {
      int won = 0;
      for (int round = 0; round < rounds; round++) {
        won += random.nextDouble() < bet.winProbability() ? 1 : 0;
      }
      wealth[path] = bet.wealth(fraction, won, rounds - won);
    }
    return summary(wealth, rounds);
  }

  private static BetSimulation summary(double[] wealth, int rounds) {
    int paths = wealth.length;
    double mean = Arrays.stream(wealth).sum() / paths;
    double squares = Arrays.stream(wealth).map(each -> (each - mean) * (each - mean)).sum();
    double growth = Arrays.stream(wealth).map(StrictMath::log).sum() / paths / rounds;
    double alive = (double) Arrays.stream(wealth).filter(each -> each > 0).count() / paths;
    Arrays.sort(wealth);
    double error = StrictMath.sqrt(squares / (paths - 1) / paths);
    return new BetSimulation(new BetOutcome(mean, wealth[paths / 2], alive), growth, error);
  }
}
