package org.plimsoll.solvency.run;

import org.plimsoll.solvency.bounds.Require;

/// A cap on what may be withdrawn in a day.
///
/// It buys days and frightens: who would have stayed now asks too. How many is a judgement, and a
/// figure of zero is one as well.
///
/// Example: 40 % asked through 5 % a day takes 8 days.
///
/// @param perDay share of claims paid out in a day; above 0, at most 1
/// @param extraDemand share of claims that asks only because there is a gate, 0 to 1
public record WithdrawalGate(double perDay, double extraDemand) {
  /// Below what a share of claims can mean; keeps 0.3 over 0.1 at three days.
  private static final double ROUNDING = 1e-12;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public WithdrawalGate {
    Require.holds(perDay > 0 && perDay <= 1, "perDay", perDay);
    Require.share("extraDemand", extraDemand);
  }

  /// Returns the days until all demand is paid, the gate's own included.
  ///
  /// @param demand share of claims that would ask without a gate, 0 to 1
  /// @throws IllegalArgumentException if `demand` is out of its bounds
  public long days(double demand) {
    Require.share("demand", demand);
    return throughGate(StrictMath.min(1, demand + extraDemand));
  }

  /// Returns how many of the days are due to the demand that the gate itself triggers.
  ///
  /// @param demand share of claims that would ask without a gate, 0 to 1
  /// @throws IllegalArgumentException if `demand` is out of its bounds
  public long daysOfFright(double demand) {
    return days(demand) - throughGate(demand);
  }

  private long throughGate(double asked) {
    return (long) StrictMath.ceil(asked / perDay - ROUNDING);
  }
}
