package org.plimsoll.solvency.cycle;

/// What a run left behind: the price at each step, and how often funds were called or failed.
public final class CycleHistory {
  private final double worth;
  private final double[] prices;
  private final int defaults;
  private final int marginCalls;

  /// Takes over what was recorded, by [LeverageCycle] or elsewhere.
  ///
  /// @param worth of a share
  /// @param prices from the one before the first step on
  /// @param defaults funds that gave up
  /// @param marginCalls forced sales
  public CycleHistory(double worth, double[] prices, int defaults, int marginCalls) {
    this.worth = worth;
    this.prices = prices.clone();
    this.defaults = defaults;
    this.marginCalls = marginCalls;
  }

  /// Returns how many steps were recorded.
  public int steps() {
    return prices.length - 1;
  }

  /// Returns the price after the step; step 0 is where the record starts.
  public double price(int step) {
    return prices[step];
  }

  /// Returns the log return of the step, from 1 on.
  public double logReturn(int step) {
    return StrictMath.log(prices[step] / prices[step - 1]);
  }

  /// Returns whether the price after the step is below the asset's worth, where funds hold shares.
  public boolean isCheap(int step) {
    return prices[step] < worth;
  }

  /// Returns how many funds gave up.
  public int defaults() {
    return defaults;
  }

  /// Returns how often a fund had to sell into a falling price because of the cap, over all funds
  /// and steps.
  public int marginCalls() {
    return marginCalls;
  }
}
