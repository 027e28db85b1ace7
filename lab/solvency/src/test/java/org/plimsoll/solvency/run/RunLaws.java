package org.plimsoll.solvency.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class RunLaws {
  @Test
  void thresholdsAreWherePayingOutTurns() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      MechanicalRun run =
          new MechanicalRun(
              random.nextDouble(0, 500),
              random.nextDouble(500, 1_000),
              random.nextDouble(0.3, 0.99),
              1_000);
      double withdrawn = run.insolventAbove();
      if (withdrawn > run.fireSaleAbove() && withdrawn < 1) {
        double sold = (withdrawn * run.claims() - run.liquid()) / run.discount();
        double left = run.illiquid() - sold - (1 - withdrawn) * run.claims();
        assertThat(left).as(run.toString()).isCloseTo(0, within(1e-8));
      }
      assertThat(run.outOfCashAbove()).isGreaterThanOrEqualTo(run.fireSaleAbove());
    }
  }

  @Test
  void withTheFeeLeavingCostsWhoStaysNothingAndWithoutItDoes() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      double assets = random.nextDouble(1, 1_000);
      MechanicalRun run = new MechanicalRun(0, assets, random.nextDouble(0.3, 0.99), assets);
      double leaving = random.nextDouble(0.01, 0.2) * assets;
      double soldWithFee = leaving / (1 + run.fee()) / run.discount();
      double soldWithout = leaving / run.discount();
      assertThat((assets - soldWithFee) / (assets - leaving)).isCloseTo(1, within(1e-12));
      assertThat((assets - soldWithout) / (assets - leaving)).isLessThan(1);
    }
  }

  @Test
  void atTheRunThresholdWaitingPaysWhatLeavingPays() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 5_000; i++) {
      double yield = random.nextDouble(1.05, 3);
      DepositContract contract = new DepositContract(random.nextDouble(1.001, yield), yield);
      assertThat(contract.latePayoff(contract.runAbove()))
          .as(contract.toString())
          .isCloseTo(contract.promise(), within(1e-9));
    }
  }

  @Test
  void optimalContractBeatsItsNeighbors() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2_000; i++) {
      double yield = random.nextDouble(1.1, 3);
      double early = random.nextDouble(0.05, 0.95);
      double aversion = random.nextDouble(1.1, 5);
      double best = DepositContract.optimal(yield, early, aversion).promise();
      DoubleUnaryOperator welfare = promise -> welfare(promise, yield, early, aversion);
      assertThat(welfare.applyAsDouble(best))
          .isGreaterThan(welfare.applyAsDouble(best * 1.001))
          .isGreaterThan(welfare.applyAsDouble(best * 0.999));
    }
  }

  @Test
  void customerOnTheThresholdIsIndifferent() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 5_000; i++) {
      WithdrawalGame game =
          new WithdrawalGame(random.nextDouble(0.001, 1), random.nextDouble(0, 0.99));
      double survives = game.panicBelow();
      double staying = survives * (1 + game.yield()) + (1 - survives) * game.recovery();
      assertThat(staying).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void gainIsTheSlopeOfThePriceMap() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 2_000; i++) {
      double price = random.nextDouble(1, 100);
      double depth = random.nextDouble(1e3, 1e6);
      RunCoupling run =
          new RunCoupling(
              random.nextDouble(1e3, 1e7), 0, random.nextDouble(0, 2), random.nextDouble());
      ExponentialImpact market = new ExponentialImpact(price, depth);
      double step = 1e-7;
      double tokens = run.claims() * run.withdrawn(step) * run.sold() / (price * (1 - step));
      double slope = (1 - market.priceAfter(tokens) / price) / step;
      assertThat(run.gain(price * depth)).isCloseTo(slope, within(1e-3 * slope + 1e-6));
    }
  }

  private static double welfare(double promise, double yield, double early, double aversion) {
    double late = new DepositContract(promise, yield).latePayoff(early);
    return early * utility(promise, aversion) + (1 - early) * utility(late, aversion);
  }

  private static double utility(double money, double aversion) {
    return Math.pow(money, 1 - aversion) / (1 - aversion);
  }
}
