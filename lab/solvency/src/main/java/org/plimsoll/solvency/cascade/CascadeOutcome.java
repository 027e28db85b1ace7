package org.plimsoll.solvency.cascade;

import java.util.List;

/// What a cascade left behind.
///
/// @param finalPrice per unit, once nothing is left to sell
/// @param liquidated loans that were hit
/// @param sold units
/// @param badDebt what the sales did not repay
/// @param rounds in their order
public record CascadeOutcome(
    double finalPrice, int liquidated, double sold, double badDebt, List<Round> rounds) {
  /// Copies the rounds.
  public CascadeOutcome {
    rounds = List.copyOf(rounds);
  }

  /// One round: all loans under water at the price before it are hit together.
  ///
  /// @param loans how many were hit
  /// @param sold units
  /// @param averagePrice at which they were sold
  /// @param priceAfter the sale
  /// @param badDebt what the sale left unpaid
  public record Round(
      int loans, double sold, double averagePrice, double priceAfter, double badDebt) {}
}
