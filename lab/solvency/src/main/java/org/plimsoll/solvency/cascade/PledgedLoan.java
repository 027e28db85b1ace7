package org.plimsoll.solvency.cascade;

/// A debt against units of one collateral, liquidated once its loan-to-value reaches a threshold.
///
/// @param quantity units pledged; positive
/// @param debt in the book's currency; positive
/// @param liquidationLtv the loan-to-value from which on it is sold; positive
public record PledgedLoan(double quantity, double debt, double liquidationLtv) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public PledgedLoan {
    requirePositive("quantity", quantity);
    requirePositive("debt", debt);
    requirePositive("liquidationLtv", liquidationLtv);
  }

  /// Returns the price per unit at or below which the loan is liquidated.
  public double trigger() {
    return debt / (liquidationLtv * quantity);
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " must be positive");
    }
  }
}
