package org.plimsoll.bench.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Runs contestants turn by turn, forward and backward, and compares how much each did in a second
/// of elapsed time: for work that several threads, processes or a disk take part in.
final class RatesInTurn {
  private static final double QUARTER = .25;
  private static final double MIDDLE = .5;

  private final List<Runner> runners;
  private final double[][] rates;

  private RatesInTurn(List<Runner> runners, int rounds) {
    this.runners = runners;
    this.rates = new double[runners.size()][rounds];
  }

  /// Who takes part.
  ///
  /// @param name as the table says it
  /// @param run does the work once, checks it, and returns how much of it was done in a second
  record Runner(String name, Callable<Double> run) {}

  /// What one of them came to.
  ///
  /// @param median of its rates
  /// @param ratio median over the turns of the first contestant's rate over its own
  /// @param low lower quartile of that ratio
  /// @param high upper quartile of that ratio
  record Score(
      String name,
      double median,
      double lowest,
      double highest,
      double ratio,
      double low,
      double high) {
    private static final double WIDE = .15;

    /// Returns whether the quartiles are so far apart that the ratio decides little.
    boolean isWide() {
      return high - low > WIDE * ratio;
    }
  }

  /// Runs all turns, after some that do not count.
  static List<Score> run(List<Runner> runners, int rounds, int warmups) throws Exception {
    RatesInTurn turns = new RatesInTurn(List.copyOf(runners), rounds);
    for (int round = -warmups; round < rounds; round++) {
      turns.round(round);
    }
    return turns.scores();
  }

  private void round(int round) throws Exception {
    for (int turn = 0; turn < runners.size(); turn++) {
      int who = (round & 1) == 0 ? turn : runners.size() - 1 - turn;
      double rate = runners.get(who).run().call();
      if (round >= 0) {
        rates[who][round] = rate;
      }
    }
  }

  private List<Score> scores() {
    return IntStream.range(0, runners.size()).mapToObj(this::score).toList();
  }

  private Score score(int who) {
    double[] own = rates[who];
    double[] ratios = new double[own.length];
    Arrays.setAll(ratios, round -> rates[0][round] / own[round]);
    return new Score(
        runners.get(who).name(),
        SideBySide.quantile(own, MIDDLE),
        SideBySide.quantile(own, 0),
        SideBySide.quantile(own, 1),
        SideBySide.quantile(ratios, MIDDLE),
        SideBySide.quantile(ratios, QUARTER),
        SideBySide.quantile(ratios, 1 - QUARTER));
  }

  /// Prints a table.
  static void print(List<Score> scores) {
    String first = scores.getFirst().name();
    System.out.println("| | median a second | lowest | highest | " + first + " / it | quartiles |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (Score score : scores) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %,.0f | %,.0f | %,.0f | %.2f | %.2f to %.2f%s |%n",
          score.name(),
          score.median(),
          score.lowest(),
          score.highest(),
          score.ratio(),
          score.low(),
          score.high(),
          score.isWide() ? " (wide)" : "");
    }
  }
}
