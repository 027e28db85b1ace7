package org.plimsoll.solvency.outlook;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.bounds.Require;

/// What no book tells and a simulation needs.
///
/// @param correlation of any two assets' daily moves, and of failures from outside; at least 0,
///   below 1
/// @param withdrawn the part of what is left to them that depositors, and lenders on demand, ask
///   for every day; 0 to 1
/// @param volatilities per square root of a year by asset, in place of what the book tells; not
///   negative
public record Choices(
    double correlation, double withdrawn, SortedMap<String, Double> volatilities) {
  /// Half of the variance of a day is common to all assets, and a hundredth of deposits leaves.
  public static final Choices DEFAULT = new Choices(0.5, 0.01, new TreeMap<>());

  /// Checks the bounds and takes a copy.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public Choices {
    Require.fraction("correlation", correlation);
    Require.share("withdrawn", withdrawn);
    volatilities.forEach((asset, volatility) ->
        Require.holds(
            volatility >= 0 && Double.isFinite(volatility), "volatility of " + asset, volatility));
    volatilities = Collections.unmodifiableSortedMap(new TreeMap<>(volatilities));
  }
}
