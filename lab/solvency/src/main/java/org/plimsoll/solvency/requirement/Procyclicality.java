package org.plimsoll.solvency.requirement;

import java.util.stream.DoubleStream;
import org.plimsoll.solvency.bounds.Require;

/// How much a requirement asks for at the worst time.
///
/// A margin that follows the market is small when nobody needs it and grows when nobody has money:
/// its rise is itself a forced sale.
///
/// Source: Murphy, Vasios and Vause, "An investigation into the procyclicality of risk-based
/// initial margin models", Bank of England Financial Stability Paper 29, 2014.
public final class Procyclicality {
  private Procyclicality() {}

  /// Returns the largest requirement over the smallest.
  ///
  /// @param requirements in the order of time, each positive; at least one
  /// @throws IllegalArgumentException if there is none, or one is not positive
  public static double peakToTrough(double... requirements) {
    double trough = DoubleStream.of(requirements).min().orElse(0);
    Require.positive("smallest requirement", trough);
    return DoubleStream.of(requirements).max().orElse(trough) / trough;
  }

  /// Returns the largest rise from one day to the day `days` later; 0 where it never rises.
  ///
  /// @param requirements in the order of time
  /// @param days at least 1
  /// @throws IllegalArgumentException if `days` is below 1
  public static double largestCall(int days, double... requirements) {
    Require.holds(days >= 1, "days", days);
    double largest = 0;
    for (int day = days; day < requirements.length; day++) {
      largest = StrictMath.max(largest, requirements[day] - requirements[day - days]);
    }
    return largest;
  }
}
