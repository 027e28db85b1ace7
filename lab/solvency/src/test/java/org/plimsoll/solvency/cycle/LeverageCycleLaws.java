package org.plimsoll.solvency.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BisectionSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeverageCycleLaws {
  private static final int FUNDS = 10;
  private static final double SHARES = 1_000;

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 20})
  void eachPriceClearsTheMarket(double cap) {
    CycleParameters parameters = CycleParameters.published(cap);
    LeverageCycle cycle = new LeverageCycle(parameters);
    MarketClearing market = new MarketClearing(parameters);
    SplittableRandom random = new SplittableRandom(1);
    double distance = 0;
    for (int step = 0; step < 20_000; step++) {
      distance = .99 * distance + .035 * random.nextGaussian();
      double noise = SHARES * StrictMath.exp(distance);
      double[] cash = new double[FUNDS];
      double[] shares = new double[FUNDS];
      for (int fund = 0; fund < FUNDS; fund++) {
        cash[fund] = cycle.cash(fund);
        shares[fund] = cycle.shares(fund);
      }
      double price = market.price(noise, cash, shares, cycle.price());
      assertThat(excess(cap, noise, cash, shares, price)).isCloseTo(0, within(1e-9));
      cycle.step(noise);
    }
    // Over so many steps only lenders of more than a fund's wealth make it fail.
    assertThat(cycle.defaults() > 0).isEqualTo(cap > 1);
  }

  @Test
  void bisectionOutwardFromTheLastPriceFindsTheSamePrice() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000; i++) {
      double cap = random.nextDouble(1, 20);
      double last = random.nextDouble(.6, 1.1);
      double noise = SHARES * random.nextDouble(.6, 1.2);
      double[] cash = new double[FUNDS];
      double[] shares = new double[FUNDS];
      for (int fund = 0; fund < FUNDS; fund++) {
        double wealth = random.nextDouble(20);
        double leverage = random.nextDouble(cap);
        shares[fund] = leverage * wealth / last;
        cash[fund] = wealth - leverage * wealth;
      }
      UnivariateFunction excess = price -> excess(cap, noise, cash, shares, price);
      double price =
          new MarketClearing(CycleParameters.published(cap)).price(noise, cash, shares, last);
      double reference = outward(excess, last);
      assertThat(price).isCloseTo(reference, within(1e-9));
      assertThat(excess.value(price)).isCloseTo(0, within(1e-9));
    }
  }

  private static double outward(UnivariateFunction excess, double last) {
    double step = excess.value(last) > 0 ? 1e-4 : -1e-4;
    double from = last;
    while (excess.value(from) * excess.value(from + step) > 0) {
      from += step;
    }
    double low = StrictMath.min(from, from + step);
    return new BisectionSolver(1e-14).solve(100, excess, low, low + StrictMath.abs(step));
  }

  /// The clearing condition, in shares, as the paper writes it.
  private static double excess(
      double cap, double noise, double[] cash, double[] shares, double price) {
    double wanted = noise / price;
    for (int fund = 0; fund < FUNDS; fund++) {
      double leverage = price < 1 ? StrictMath.min(5 * (fund + 1) * (1 - price), cap) : 0;
      wanted += leverage * StrictMath.max(0, cash[fund] + shares[fund] * price) / price;
    }
    return wanted - SHARES;
  }
}
