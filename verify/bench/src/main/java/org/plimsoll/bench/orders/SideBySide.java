package org.plimsoll.bench.orders;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Runs contestants turn by turn in one process, forward and backward, and compares the processor
/// time of the thread. Nothing is reported before every run of everybody gave the same result.
public final class SideBySide {
  private static final double QUARTER = .25;
  private static final double MIDDLE = .5;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Contestant> contestants;
  private final int rounds;
  private final int warmups;

  /// Compares `contestants` over `rounds` turns after some that do not count.
  public SideBySide(List<Contestant> contestants, int rounds, int warmups) {
    this.contestants = List.copyOf(contestants);
    this.rounds = rounds;
    this.warmups = warmups;
  }

  /// Runs all turns.
  ///
  /// @param operations how many operations one run is
  /// @return a score for each contestant, in order
  /// @throws IllegalStateException if two results differ
  public List<Score> run(int operations) {
    double[][] nanos = new double[contestants.size()][rounds];
    long expected = 0;
    for (int round = -warmups; round < rounds; round++) {
      for (int turn = 0; turn < contestants.size(); turn++) {
        int who = (round & 1) == 0 ? turn : contestants.size() - 1 - turn;
        Contestant.Trial trial = contestants.get(who).trials().get();
        long start = threads.getCurrentThreadCpuTime();
        trial.run();
        long taken = threads.getCurrentThreadCpuTime() - start;
        long fingerprint = trial.fingerprint();
        expected = round == -warmups && turn == 0 ? fingerprint : expected;
        if (fingerprint != expected) {
          throw new IllegalStateException(contestants.get(who).name() + " came to another result");
        }
        if (round >= 0) {
          nanos[who][round] = (double) taken / operations;
        }
      }
    }
    return scores(nanos);
  }

  private List<Score> scores(double[][] nanos) {
    List<Score> scores = new ArrayList<>();
    for (int who = 0; who < contestants.size(); who++) {
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        ratios[round] = nanos[who][round] / nanos[0][round];
      }
      scores.add(
          new Score(
              contestants.get(who).name(),
              quantile(nanos[who], MIDDLE),
              quantile(ratios, MIDDLE),
              quantile(ratios, QUARTER),
              quantile(ratios, 1 - QUARTER)));
    }
    return scores;
  }

  /// Returns the value at a share of the sorted values, the nearest one below.
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /// What one contestant took.
  ///
  /// @param nanos median processor time of an operation, in nanoseconds
  /// @param ratio median over the turns of its time over the first contestant's
  /// @param low lower quartile of that ratio
  /// @param high upper quartile of that ratio
  public record Score(String name, double nanos, double ratio, double low, double high) {
    private static final double WIDE = .15;

    /// Returns whether the quartiles are so far apart that the ratio decides little.
    public boolean isWide() {
      return high - low > WIDE * ratio;
    }
  }
}
