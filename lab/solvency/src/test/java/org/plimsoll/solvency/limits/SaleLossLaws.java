package org.plimsoll.solvency.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.impact.ImpactModel;
import org.plimsoll.solvency.impact.SquareRootImpact;
import org.plimsoll.solvency.loadline.DepthModel;
import org.plimsoll.solvency.policy.Outlet;

class SaleLossLaws {
  private static final int CASES = 1_000;
  private static final int UNITS = 4_000;

  private final SplittableRandom random = new SplittableRandom(13);

  @Test
  void theClosedFormIsTheSumOverUnits() {
    for (int i = 0; i < CASES / 10; i++) {
      SaleLoss loss = next();
      double fall = random.nextDouble(0.9);
      double value = price(loss) * loss.outlet().sellable() * random.nextDouble(0.1, 2);
      double units = value / price(loss);
      double sum = 0;
      for (int k = 0; k < UNITS; k++) {
        double at = units * (k + 0.5) / UNITS;
        double sold = at > loss.outlet().sellable() ? 0 : (1 - fall) * loss.outlet().priceAfter(at);
        sum += Math.max(0, loss.weight() * price(loss) - sold) * units / UNITS;
      }
      assertThat(loss.of(value, fall)).as("case %s", i).isCloseTo(sum, within(1e-3 * value));
    }
  }

  @Test
  void theValueForABudgetUsesItAndNoMore() {
    for (int i = 0; i < CASES; i++) {
      SaleLoss loss = next();
      double fall = random.nextDouble(0.9);
      double budget = price(loss) * loss.outlet().sellable() * random.nextDouble(1e-4, 3);
      double value = loss.valueFor(budget, fall);
      assertThat(loss.of(value, fall)).isLessThanOrEqualTo(budget * (1 + 1e-9));
      assertThat(loss.of(value * (1 + 1e-6), fall)).isGreaterThan(budget * (1 - 1e-6));
      assertThat(loss.valueFor(2 * budget, fall)).isGreaterThanOrEqualTo(value);
    }
  }

  @Test
  void theLossGrowsWithTheValueAndTheFall() {
    for (int i = 0; i < CASES; i++) {
      SaleLoss loss = next();
      double fall = random.nextDouble(0.8);
      double value = price(loss) * loss.outlet().sellable() * random.nextDouble(2);
      double least = loss.of(value, fall) * (1 - 1e-9);
      assertThat(loss.of(value * 1.1, fall)).isGreaterThanOrEqualTo(least);
      assertThat(loss.of(value, fall + 0.1)).isGreaterThanOrEqualTo(least);
    }
  }

  private static double price(SaleLoss loss) {
    return loss.outlet().model().price();
  }

  private SaleLoss next() {
    double price = random.nextDouble(0.01, 100);
    double depth = random.nextDouble(1e3, 1e8);
    boolean isRoot = random.nextBoolean();
    ImpactModel model =
        isRoot
            ? new SquareRootImpact(price, depth, random.nextDouble(0.01, 0.2), 1)
            : new ExponentialImpact(price, depth);
    Outlet.Traded outlet =
        new Outlet.Traded(
            isRoot ? DepthModel.DAILY_VOLUME : DepthModel.LOG_DEPTH,
            model,
            depth * random.nextDouble(0.05, 1));
    return new SaleLoss(outlet, random.nextDouble(0.05, 0.95));
  }
}
