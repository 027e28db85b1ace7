package org.plimsoll.solvency.marketmaking;

/// One trade with someone who may know the value: a quoter breaks even only if each price is what
/// the asset is worth given that someone wants to trade there (Glosten and Milgrom 1985).
///
/// The informed buy if the value is high and sell if it is low; the others toss a coin.
///
/// @param high the higher of the two possible values; finite
/// @param low the lower one
/// @param highProbability of the higher value before the trade; from 0 to 1
/// @param informedShare the part of traders who know the value; from 0 to 1
public record GlostenMilgrom(
    double high, double low, double highProbability, double informedShare) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of bounds
  public GlostenMilgrom {
    Bounds.require(Double.isFinite(high), "high", high, "must be finite");
    Bounds.require(low < high && Double.isFinite(low), "low", low, "must be below high " + high);
    Bounds.require(
        highProbability >= 0 && highProbability <= 1,
        "highProbability",
        highProbability,
        "must be from 0 to 1");
    Bounds.require(
        informedShare >= 0 && informedShare <= 1,
        "informedShare",
        informedShare,
        "must be from 0 to 1");
  }

  /// Returns the expected value once someone buys.
  public double ask() {
    return given((1 + informedShare) / 2);
  }

  /// Returns the expected value once someone sells.
  public double bid() {
    return given((1 - informedShare) / 2);
  }

  /// Returns ask less bid; with even odds it is the informed share of the range of values.
  public double spread() {
    return ask() - bid();
  }

  /// Bayes' rule: `ifHigh` is the probability of the trade at the high value, its complement at the
  /// low one. Where the trade cannot happen, it teaches nothing.
  private double given(double ifHigh) {
    double joint = highProbability * ifHigh;
    double total = joint + (1 - highProbability) * (1 - ifHigh);
    double posterior = total == 0 ? highProbability : joint / total;
    return low + posterior * (high - low);
  }
}
