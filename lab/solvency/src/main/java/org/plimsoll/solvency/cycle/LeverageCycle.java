package org.plimsoll.solvency.cycle;

import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/// A market in which funds lean against mispricing with borrowed money, step by step: the model of
/// Thurner, Farmer and Geanakoplos, "Leverage causes fat tails and clustered volatility",
/// Quantitative Finance 12, 2012.
///
/// While leverage is free, funds buy into a fall and prices are calmer than noise alone would make
/// them. At the cap they must sell into it instead: a fall lowers wealth, wealth lowers what may be
/// held, and what is sold lowers the price again. So a rule that keeps each loan safe makes
/// crashes, defaults and clustered volatility, without a cause from outside.
public final class LeverageCycle {
  private final CycleParameters parameters;
  private final MarketClearing market;
  private final int size;
  private final double[] cash;
  private final double[] shares;
  private final double[] performance;

  /// Steps until the fund is back; 0 while it trades.
  private final int[] absence;

  private double price;
  private int defaults;
  private int marginCalls;

  /// Starts with a price of the asset's worth, and funds that hold their start wealth in cash.
  LeverageCycle(CycleParameters parameters) {
    this.parameters = parameters;
    this.market = new MarketClearing(parameters);
    this.size = parameters.funds().aggressiveness().size();
    this.cash = new double[size];
    this.shares = new double[size];
    this.performance = new double[size];
    this.absence = new int[size];
    this.price = parameters.worth();
    Arrays.fill(cash, parameters.funds().startWealth());
  }

  /// Returns the history of one run; the same for the same parameters and plan, on every machine.
  public static CycleHistory run(CycleParameters parameters, CyclePlan plan) {
    LeverageCycle cycle = new LeverageCycle(parameters);
    SharedStateContinuousSampler normal =
        ZigguratSampler.NormalizedGaussian.of(
            RandomSource.PHILOX_4X64.create(new long[] {plan.seed(), 0, 0, 0, 0, 0}));
    double mean = StrictMath.log(parameters.worth() * parameters.shares());
    NoiseTraders noise = parameters.noise();
    double distance = 0;
    double[] prices = new double[plan.steps() + 1];
    prices[0] = cycle.price;
    for (int step = 1 - plan.burnIn(); step <= plan.steps(); step++) {
      distance = noise.persistence() * distance + noise.deviation() * normal.sample();
      cycle.step(StrictMath.exp(mean + distance));
      prices[StrictMath.max(0, step)] = cycle.price;
      if (step == 0) {
        cycle.defaults = 0;
        cycle.marginCalls = 0;
      }
    }
    return new CycleHistory(parameters.worth(), prices, cycle.defaults, cycle.marginCalls);
  }

  /// Clears the market at the noise traders' `demand` in cash; then funds trade, investors move,
  /// and funds that have lost too much leave.
  void step(double demand) {
    admit();
    double last = price;
    price = market.price(demand, cash, shares, last);
    for (int fund = 0; fund < size; fund++) {
      if (absence[fund] == 0) {
        trade(fund, last);
      }
    }
  }

  private void admit() {
    for (int fund = 0; fund < size; fund++) {
      if (absence[fund] > 0 && --absence[fund] == 0) {
        cash[fund] = parameters.funds().startWealth();
      }
    }
  }

  private void trade(int fund, double last) {
    double before = cash[fund] + shares[fund] * last;
    double wealth = wealth(fund);
    double wanted = market.demand(fund, cash[fund], shares[fund], price);
    if (wanted < shares[fund] && price < last && market.isAtCap(fund, price)) {
      marginCalls++;
    }
    InvestorFlows flows = parameters.flows();
    double profit = shares[fund] * (price - last) / before;
    performance[fund] = flows.averaged(performance[fund], profit);
    double inflow = flows.partOfWealth(performance[fund]) * wealth;
    shares[fund] = wanted;
    cash[fund] = wealth - wanted * price + inflow;
    if (wealth(fund) <= parameters.funds().ruin() * parameters.funds().startWealth()) {
      leave(fund);
    }
  }

  private void leave(int fund) {
    defaults++;
    cash[fund] = 0;
    shares[fund] = 0;
    performance[fund] = 0;
    absence[fund] = parameters.funds().absence();
  }

  double price() {
    return price;
  }

  double cash(int fund) {
    return cash[fund];
  }

  double shares(int fund) {
    return shares[fund];
  }

  /// At the current price; negative where the lenders lose.
  double wealth(int fund) {
    return cash[fund] + shares[fund] * price;
  }

  double performance(int fund) {
    return performance[fund];
  }

  int defaults() {
    return defaults;
  }
}
