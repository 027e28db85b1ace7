package org.plimsoll.solvency.impact;

import org.plimsoll.solvency.bounds.Require;

/// The range in which an impact model may be believed.
///
/// @param quantityMax units sold at most, however long it takes; infinite where nothing bounds it
/// @param dailyMax units sold a day at most; infinite where nothing bounds it
/// @param daysMax the longest horizon in days
public record Validity(double quantityMax, double dailyMax, double daysMax) {
  /// The part of a day's volume up to which the square-root law is supported by data.
  public static final double PARTICIPATION_MAX = 0.2;

  /// A depth that was seen stands for the minutes around it: quotes leave in a crash.
  private static final double MINUTES = 30.0 / (24 * 60);

  /// What is computed to be just at a bound is within it.
  private static final double ROUNDING = 1e-12;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a bound is negative or not a number
  public Validity {
    Require.notNegative("quantityMax", quantityMax);
    Require.notNegative("dailyMax", dailyMax);
    Require.notNegative("daysMax", daysMax);
  }

  /// Returns the range of a depth fitted to some market: up to that depth, within a day.
  public static Validity fittedTo(double depth) {
    return new Validity(depth, Double.POSITIVE_INFINITY, 1);
  }

  /// Returns the range of bids that can be seen: what they hold, within half an hour.
  public static Validity visible(double quantity) {
    return new Validity(quantity, Double.POSITIVE_INFINITY, MINUTES);
  }

  /// Returns the range of an order worked at a small part of the daily volume.
  public static Validity worked(double dailyVolume) {
    return new Validity(
        Double.POSITIVE_INFINITY, PARTICIPATION_MAX * dailyVolume, Double.POSITIVE_INFINITY);
  }

  /// Returns the range of a rule that holds for any sale, such as that of a pool.
  public static Validity exact() {
    double any = Double.POSITIVE_INFINITY;
    return new Validity(any, any, any);
  }

  /// Says whether the model holds for `quantity` units sold within `days`.
  public boolean holds(double quantity, double days) {
    double least = quantity * (1 - ROUNDING);
    return least <= quantityMax && days <= daysMax && least <= dailyMax * days;
  }
}
