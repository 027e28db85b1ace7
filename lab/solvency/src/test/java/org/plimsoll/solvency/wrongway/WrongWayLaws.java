package org.plimsoll.solvency.wrongway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class WrongWayLaws {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  @Test
  void bivariateNormalKeepsItsSymmetriesAndBounds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      double x = random.nextDouble(-6, 6);
      double y = random.nextDouble(-6, 6);
      double correlation = random.nextDouble(-1, 1);
      double both = new BivariateNormal(correlation).below(x, y);
      double first = NORMAL.cumulativeProbability(x);
      double second = NORMAL.cumulativeProbability(y);
      String where = x + " " + y + " " + correlation;
      assertThat(new BivariateNormal(correlation).below(y, x))
          .as(where)
          .isCloseTo(both, within(1e-14));
      assertThat(new BivariateNormal(-correlation).below(x, -y))
          .as(where)
          .isCloseTo(first - both, within(1e-13));
      assertThat(both)
          .as(where)
          .isBetween(Math.max(0, first + second - 1) - 1e-14, Math.min(first, second) + 1e-14);
    }
  }

  @Test
  void closedFormIsWhatSimulationFinds() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000; i++) {
      ConditionalCollateral loan = anyLoan(random);
      double debt = loan.value() * random.nextDouble(0.3, 1.2);
      assertThat(deviations(loan, debt, random.split()))
          .as(loan + " debt " + debt)
          .isBetween(-4.0, 4.0);
    }
  }

  @Test
  void lossGrowsAndCollateralShrinksWithCorrelation() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2_000; i++) {
      ConditionalCollateral loan = anyLoan(random);
      double debt = loan.value() * random.nextDouble(0.3, 1.2);
      ConditionalCollateral worse = loan.withCorrelation(loan.correlation() + 0.05);
      assertThat(worse.wrongWayRatio()).isLessThan(loan.wrongWayRatio());
      assertThat(worse.lossGivenDefault(debt))
          .isGreaterThanOrEqualTo(loan.lossGivenDefault(debt) - 1e-11 * debt);
      assertThat(loan.lossGivenDefault(debt)).isBetween(0.0, debt);
    }
  }

  @Test
  void haircutIsTheQuantileOfTheCollateralInDefault() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 1_000; i++) {
      ConditionalCollateral loan = anyLoan(random);
      double level = random.nextDouble(0.01, 0.5);
      double kept = loan.value() * (1 - loan.haircut(level));
      assertThat(loan.shortfallProbability(kept))
          .as(loan.toString())
          .isCloseTo(level, within(1e-9));
    }
  }

  @Test
  void calibratedHazardHasTheGivenDefaultProbability() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1_000; i++) {
      double share = random.nextDouble();
      double low = random.nextDouble(-100, 0);
      double high = random.nextDouble(0, 100);
      double given = random.nextDouble(0.001, 0.5);
      ExposureLinkedHazard hazard =
          new ExposureLinkedHazard(
              List.of(
                  new ExposureLinkedHazard.Outcome(low, share),
                  new ExposureLinkedHazard.Outcome(high, 1 - share)),
              given,
              random.nextDouble(0, 0.1));
      double level = hazard.level();
      double mean =
          share * defaults(level + hazard.slope() * low)
              + (1 - share) * defaults(level + hazard.slope() * high);
      assertThat(mean).isCloseTo(given, within(1e-10));
      assertThat(hazard.multiple()).isGreaterThan(1 - 1e-9);
    }
  }

  private static double defaults(double logIntensity) {
    return 1 - Math.exp(-Math.exp(logIntensity));
  }

  private static ConditionalCollateral anyLoan(SplittableRandom random) {
    return new ConditionalCollateral(
        random.nextDouble(1, 1_000),
        random.nextDouble(-0.2, 0.2),
        random.nextDouble(0.1, 1.2),
        random.nextDouble(0.02, 1),
        random.nextDouble(0.05, 0.6),
        random.nextDouble(-0.94, 0.94));
  }

  /// How many standard errors (and a floor, for losses that hardly any draw shows) the simulated
  /// loss in default is from the closed form. The borrower's variable is drawn below its threshold,
  /// so that every draw is a default.
  private static double deviations(
      ConditionalCollateral loan, double debt, SplittableRandom random) {
    int draws = 2_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double borrower =
          NORMAL.inverseCumulativeProbability(random.nextDouble() * loan.defaultProbability());
      double rho = loan.correlation();
      double collateral = rho * borrower + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      double log =
          (loan.drift() - loan.volatility() * loan.volatility() / 2) * loan.years()
              + loan.volatility() * Math.sqrt(loan.years()) * collateral;
      double loss = Math.max(0, debt - loan.value() * Math.exp(log));
      sum += loss;
      squares += loss * loss;
    }
    double mean = sum / draws;
    double error = Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws) + 5e-4 * debt;
    return (mean - loan.lossGivenDefault(debt)) / error;
  }
}
