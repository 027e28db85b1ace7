package org.plimsoll.solvency.requirement;

import org.plimsoll.solvency.bounds.Require;

/// A position in one instrument with the collateral that stands behind it.
///
/// Source of the three steps: FTX help center, "Liquidations" (2022): below maintenance the
/// position is sold through the book, below auto-close it is handed to backstop providers, and
/// below zero the insurance fund pays.
///
/// Example: 1,000 behind 2 coins bought at 10,000 has a margin fraction of 3 % at 9,793.81 and is
/// worth nothing at 9,500.
///
/// @param collateral in money when the position was opened
/// @param quantity units of the underlying, negative for a short; not 0
/// @param entry price at which it was opened; positive
public record MarginedPosition(double collateral, double quantity, double entry) {
  private static final double BACKSTOP_ZERO_SHARE = 2.0 / 3;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public MarginedPosition {
    Require.finite("collateral", collateral);
    Require.holds(quantity != 0 && Double.isFinite(quantity), "quantity", quantity);
    Require.positive("entry", entry);
  }

  /// Where an account stands, from the mildest to the gravest.
  public enum Step {
    /// Nothing is done.
    HELD,
    /// The position is reduced through the order book.
    SOLD_IN_BOOK,
    /// Backstop providers take it over.
    HANDED_OVER,
    /// The equity is gone; the insurance fund pays the difference.
    FUND_PAYS
  }

  /// Returns the account's value at `mark`.
  public double equity(double mark) {
    return collateral + quantity * (mark - entry);
  }

  /// Returns equity over the position's value at `mark`.
  ///
  /// @throws IllegalArgumentException if `mark` is not positive
  public double fraction(double mark) {
    Require.positive("mark", mark);
    return equity(mark) / (StrictMath.abs(quantity) * mark);
  }

  /// Returns the mark at which the margin fraction is `fraction`. Negative or infinite where no
  /// mark has it.
  public double markAt(double fraction) {
    double side = StrictMath.signum(quantity);
    return (entry - collateral / quantity) / (1 - side * fraction);
  }

  /// Returns the mark at which nothing is left, FTX's zero price.
  public double zeroPrice() {
    return markAt(0);
  }

  /// Returns the step that the rules take at `mark`.
  ///
  /// @param maintenance fraction below which the position is sold
  /// @param autoClose fraction below which it is handed over; not above `maintenance`
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public Step step(double mark, double maintenance, double autoClose) {
    Require.holds(autoClose >= 0 && autoClose <= maintenance, "autoClose", autoClose);
    double fraction = fraction(mark);
    if (fraction < 0) {
      return Step.FUND_PAYS;
    }
    return fraction < autoClose
        ? Step.HANDED_OVER
        : fraction < maintenance ? Step.SOLD_IN_BOOK : Step.HELD;
  }

  /// Returns the share of the position that is handed over in a second at `mark`, 0 to 1.
  ///
  /// @param autoClose fraction at which handing over begins; positive
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public double handedOverPerSecond(double mark, double autoClose) {
    Require.positive("autoClose", autoClose);
    return StrictMath.max(0, StrictMath.min(1, 1 - fraction(mark) / autoClose));
  }

  /// Returns what a backstop provider pays per unit at `mark`: two thirds of the zero price and one
  /// third of the mark, so that two thirds of what was left in the account are the provider's.
  ///
  /// @throws IllegalArgumentException if `mark` is not positive
  public double backstopPrice(double mark) {
    Require.positive("mark", mark);
    return BACKSTOP_ZERO_SHARE * zeroPrice() + (1 - BACKSTOP_ZERO_SHARE) * mark;
  }
}
