package org.plimsoll.solvency.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.margin.SpotMargin;

class RequirementLaws {
  @Test
  void weightsAndFractionsAgreeWithTheVenuesExactOnes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      long weightE9 = random.nextLong(1, 1_000_000_001);
      long factorE9 = random.nextLong(0, 10_000_000);
      long amount = random.nextLong(0, 1_000_000_000_000_000L);
      CollateralWeight rule = new CollateralWeight(weightE9 / 1e9, factorE9 / 1e9);
      double quantity = amount / 1e6;
      assertThat(rule.effective(quantity))
          .isCloseTo(
              SpotMargin.effectiveWeightE9(weightE9, factorE9, amount, 6) / 1e9, within(5e-9));
      double exact = SpotMargin.borrowInitialE9(weightE9, factorE9, amount, 6) / 1e9;
      assertThat(rule.borrowInitial(quantity)).isCloseTo(exact, within(5e-9 + 1e-12 * exact));
      assertThat(rule.borrowMaintenance(quantity))
          .isLessThanOrEqualTo(rule.borrowInitial(quantity));
    }
  }

  @Test
  void coveringFactorCoversTheImpactOfEverySize() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      double y = random.nextDouble(0.5, 1);
      double volatility = random.nextDouble(0.01, 0.1);
      double volume = random.nextDouble(1e3, 1e9);
      double size = random.nextDouble(0, 0.2) * volume;
      double factor = SizeScaling.factorCovering(y, volatility, volume);
      double impact = y * volatility * Math.sqrt(size / volume);
      assertThat(new SizeScaling(100, factor).initial(size))
          .isGreaterThanOrEqualTo(impact * (1 - 1e-12));
      assertThat(factor * Math.sqrt(size)).isCloseTo(impact, within(1e-12));
    }
  }

  @Test
  void markAtAFractionHasThatFraction() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 5_000; i++) {
      double quantity = (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.1, 100);
      double entry = random.nextDouble(1, 50_000);
      double collateral = random.nextDouble(0.02, 0.9) * Math.abs(quantity) * entry;
      MarginedPosition position = new MarginedPosition(collateral, quantity, entry);
      double fraction = random.nextDouble(0, 0.5);
      double mark = position.markAt(fraction);
      assertThat(position.fraction(mark)).isCloseTo(fraction, within(1e-10));
      double zero = mark * (1 - Math.signum(quantity) * fraction);
      assertThat(position.zeroPrice()).isCloseTo(zero, within(1e-9 * entry));
    }
  }

  @Test
  void shortfallIsNeverBelowValueAtRiskAndNeverAddsUpToMore() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 1_000; i++) {
      List<Double> one = losses(random, 60);
      List<Double> other = losses(random, 60);
      List<Double> both =
          IntStream.range(0, 60).mapToObj(day -> one.get(day) + other.get(day)).toList();
      double level = random.nextDouble(0.5, 0.99);
      HistoricalLoss history = new HistoricalLoss(one);
      assertThat(history.expectedShortfall(level))
          .isGreaterThanOrEqualTo(history.valueAtRisk(level) - 1e-12);
      assertThat(new HistoricalLoss(both).expectedShortfall(level))
          .isLessThanOrEqualTo(
              history.expectedShortfall(level)
                  + new HistoricalLoss(other).expectedShortfall(level)
                  + 1e-9);
    }
  }

  @Test
  void longHistoryOfNormalLossesHasTheNormalFigures() {
    SplittableRandom random = new SplittableRandom(5);
    HistoricalLoss history =
        new HistoricalLoss(
            Stream.generate(() -> 2 * random.nextGaussian()).limit(200_000).toList());
    NormalLoss normal = new NormalLoss(1, 4);
    // Standard errors at 97.5 % are about 0.012 and 0.015.
    assertThat(history.valueAtRisk(0.975)).isCloseTo(normal.valueAtRisk(0.975), within(0.05));
    assertThat(history.expectedShortfall(0.975))
        .isCloseTo(normal.expectedShortfall(0.975), within(0.06));
    assertThat(normal.valueAtRisk(0.975)).isCloseTo(2 * 1.959963985, within(1e-8));
    assertThat(normal.expectedShortfall(0.975)).isCloseTo(2 * 2.337802792, within(1e-8));
  }

  @Test
  void mitigantsNeverChargeLessThanTheirPromiseAndCalmTheCycle() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 2_000; i++) {
      double[] modeled = random.doubles(30, 1, 10).toArray();
      double normal = random.nextDouble(1, 5);
      List<Mitigant> mitigants =
          List.of(
              new Mitigant.Floor(normal),
              new Mitigant.Buffer(0.25, normal),
              new Mitigant.StressedShare(0.25, 10));
      for (Mitigant mitigant : mitigants) {
        double[] charged = new double[modeled.length];
        for (int day = 0; day < modeled.length; day++) {
          charged[day] = mitigant.charged(modeled[day]);
          assertThat(charged[day]).isGreaterThanOrEqualTo(modeled[day] - 1e-12);
        }
        assertThat(Procyclicality.peakToTrough(charged))
            .as(mitigant.toString())
            .isLessThanOrEqualTo(Procyclicality.peakToTrough(modeled) + 1e-12);
      }
    }
  }

  private static List<Double> losses(SplittableRandom random, int days) {
    return random.doubles(days, -100, 100).boxed().toList();
  }
}
