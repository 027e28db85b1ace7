package org.plimsoll.solvency.survival;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// Somebody who owns, owes and is owed; a group of customers is one too.
///
/// @param holdings units of each asset of the system, pledged ones included, money first; none
///   negative: what is owed is a [Debt]
/// @param outsideDefault probability within a year of a failure whose cause is not in the system;
///   at least 0, below 1
/// @param isClosedWhenInsolvent whether a negative equity ends it the same day. Without that it
///   goes on until it cannot pay, as whoever nobody can look into does.
public record Counterparty(
    List<Double> holdings, double outsideDefault, boolean isClosedWhenInsolvent) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public Counterparty {
    holdings = List.copyOf(holdings);
    for (double holding : holdings) {
      Require.holds(holding >= 0 && Double.isFinite(holding), "holding", holding);
    }
    Require.holds(outsideDefault >= 0 && outsideDefault < 1, "outsideDefault", outsideDefault);
  }
}
