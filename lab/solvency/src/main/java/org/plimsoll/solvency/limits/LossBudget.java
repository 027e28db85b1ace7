package org.plimsoll.solvency.limits;

import java.math.BigDecimal;

/// What may be lost, how surely, and how long a sale may take.
///
/// @param amount the most that may be lost, in the book's currency; not negative
/// @param confidence with which it must not be more; at least 0.9, below 1
/// @param days within which collateral must be sold; positive
public record LossBudget(BigDecimal amount, BigDecimal confidence, int days) {
  private static final BigDecimal LEAST_CONFIDENCE = new BigDecimal("0.9");

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public LossBudget {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("amount " + amount + " is negative");
    }
    if (confidence.compareTo(LEAST_CONFIDENCE) < 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in [0.9, 1)");
    }
    if (days < 1) {
      throw new IllegalArgumentException("days " + days + " is not positive");
    }
  }
}
