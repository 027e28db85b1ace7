package org.plimsoll.solvency.wrongway;

import org.plimsoll.solvency.bounds.Require;

/// Collateral that falls because its borrower defaults: the two are one event, and no correlation
/// describes them.
///
/// Example: 150 of collateral that jumps by 70 % pays 45 of a debt of 100.
///
/// @param value of the collateral before the default, in the book's currency; positive
/// @param jump the share of it that the default takes, 0 to 1; 1 for a token of the defaulter's own
public record JumpAtDefault(double value, double jump) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public JumpAtDefault {
    Require.positive("value", value);
    Require.share("jump", jump);
  }

  /// Returns what the collateral pays of `debt`.
  ///
  /// @throws IllegalArgumentException if `debt` is not positive
  public double recovery(double debt) {
    Require.positive("debt", debt);
    return StrictMath.min(debt, value * (1 - jump));
  }

  /// Returns the share of `debt` that the collateral leaves unpaid.
  ///
  /// @throws IllegalArgumentException if `debt` is not positive
  public double lossGivenDefault(double debt) {
    return 1 - recovery(debt) / debt;
  }
}
