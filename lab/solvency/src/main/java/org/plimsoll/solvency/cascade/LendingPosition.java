package org.plimsoll.solvency.cascade;

/// A debt and its collateral at a lending protocol, as a liquidator sees them.
///
/// @param collateral its value in the book's currency; positive
/// @param debt in the book's currency; positive
/// @param threshold the part of the collateral that counts against the debt (the liquidation
///   threshold); positive
public record LendingPosition(double collateral, double debt, double threshold) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public LendingPosition {
    PledgedLoan.requirePositive("collateral", collateral);
    PledgedLoan.requirePositive("debt", debt);
    PledgedLoan.requirePositive("threshold", threshold);
  }

  /// Returns counted collateral over debt; below 1 the position may be liquidated.
  public double healthFactor() {
    return collateral * threshold / debt;
  }

  /// Returns debt over collateral.
  public double loanToValue() {
    return debt / collateral;
  }

  /// Returns whether a liquidation makes the position worse, which it does from a loan-to-value of
  /// `1 / (1 + bonus)` on (Warmuz, Chaudhary and Pinna, "Toxic Liquidation Spirals", 2023): each
  /// unit repaid takes away more collateral than the position has behind it.
  public boolean isToxic(double bonus) {
    return loanToValue() >= 1 / (1 + bonus);
  }

  /// Returns the position once a liquidator has repaid `repaid` and taken that and the bonus.
  ///
  /// @throws IllegalArgumentException if nothing would be left of debt or collateral, or `repaid`
  ///   is negative
  public LendingPosition afterRepaying(double repaid, double bonus) {
    if (!(repaid >= 0)) {
      throw new IllegalArgumentException("repaid " + repaid + " is negative");
    }
    return new LendingPosition(collateral - repaid * (1 + bonus), debt - repaid, threshold);
  }

  /// Returns what a liquidator must repay to bring loan-to-value down to `target`; 0 if it is
  /// there.
  ///
  /// @throws IllegalArgumentException if no repayment does, since the position is toxic or the
  ///   target is not below `1 / (1 + bonus)`
  public double repaymentTo(double target, double bonus) {
    if (loanToValue() <= target) {
      return 0;
    }
    if (isToxic(bonus) || target * (1 + bonus) >= 1) {
      throw new IllegalArgumentException("target " + target + " is out of reach by repayment");
    }
    return (debt - target * collateral) / (1 - target * (1 + bonus));
  }
}
