package org.plimsoll.solvency.betting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BettingLaws {
  private static final int CASES = 1_000;

  @Test
  void growthIsLargestAtKellysFraction() {
    SplittableRandom random = new SplittableRandom(19);
    for (int i = 0; i < 10_000; i++) {
      BinaryBet bet = anyBet(random);
      double fraction = random.nextDouble();
      assertThat(bet.growth(fraction))
          .as("%s at %s", bet, fraction)
          .isLessThanOrEqualTo(bet.growth(bet.kellyFraction()) + 1e-15);
    }
  }

  @Test
  void growthEndsAtTheBreakEvenFraction() {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < CASES; i++) {
      BinaryBet bet = anyBet(random);
      double end = bet.breakEvenFraction();
      assertThat(end).as("%s", bet).isGreaterThanOrEqualTo(bet.kellyFraction());
      if (end < 1 - 1e-6) {
        assertThat(bet.growth(end)).as("%s", bet).isCloseTo(0, within(1e-8));
      }
    }
  }

  @Test
  void simulationAgreesWithTheClosedForm() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < CASES; i++) {
      BinaryBet bet = new BinaryBet(0.2 + 0.6 * random.nextDouble(), 0.5 + random.nextDouble());
      double fraction = 0.3 * random.nextDouble();
      BetSimulation played = BetSimulation.run(bet, fraction, 4, 2_000, i);
      double deviation = logDeviation(bet, fraction) / StrictMath.sqrt(4.0 * 2_000);
      // A thousand cases at five errors: once in two thousand such suites, and the seed is fixed.
      assertThat(played.meanGrowth())
          .as("%s at %s, seed %s", bet, fraction, i)
          .isCloseTo(bet.growth(fraction), within(5 * deviation + 1e-15));
      assertThat(played.outcome().mean())
          .as("%s at %s, seed %s", bet, fraction, i)
          .isCloseTo(bet.outcome(fraction, 4).mean(), within(5 * played.standardError() + 1e-12));
    }
  }

  @Test
  void simulatedSurvivalAndMedianAgreeWithTheClosedForm() {
    BinaryBet bet = new BinaryBet(0.6, 1);
    double alive = BetSimulation.run(bet, 1, 3, 100_000, 7).outcome().aliveProbability();
    assertThat(alive).isCloseTo(bet.outcome(1, 3).aliveProbability(), within(0.007));
    assertThat(BetSimulation.run(bet, 0.2, 100, 20_000, 8).outcome().median())
        .isEqualTo(bet.outcome(0.2, 100).median());
  }

  private static double logDeviation(BinaryBet bet, double fraction) {
    double range = StrictMath.log1p(bet.odds() * fraction) - StrictMath.log1p(-fraction);
    return range * StrictMath.sqrt(bet.winProbability() * (1 - bet.winProbability()));
  }

  private static BinaryBet anyBet(SplittableRandom random) {
    return new BinaryBet(
        0.01 + 0.98 * random.nextDouble(), StrictMath.exp(4 * random.nextDouble() - 2));
  }
}
