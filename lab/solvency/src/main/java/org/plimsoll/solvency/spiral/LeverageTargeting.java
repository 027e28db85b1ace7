package org.plimsoll.solvency.spiral;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.bounds.Require;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// A borrower who sells collateral after a shock until the loan-to-value ratio is what it was.
///
/// Each round sells back to the ratio at the price of the moment, into an exponential market; the
/// sale moves the price, and that forces the next round.
///
/// @param market before the shock
/// @param quantity units pledged; positive
/// @param loanToValue before the shock and after every round; above 0 and below 1
public record LeverageTargeting(ExponentialImpact market, double quantity, double loanToValue) {
  private static final int ROUNDS_MAX = 100_000;
  private static final double NEGLIGIBLE = 1e-14;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is out of the bounds above
  public LeverageTargeting {
    Require.positive("quantity", quantity);
    Require.holds(loanToValue > 0 && loanToValue < 1, "loanToValue", loanToValue);
  }

  /// One forced sale.
  ///
  /// @param sold units
  /// @param price that it left
  public record Round(double sold, double price) {}

  /// Where the spiral ended.
  ///
  /// @param rounds in order
  /// @param price at the end
  /// @param sold units in all rounds
  /// @param debtLeft what is still owed; a loss where nothing is left to sell
  public record Outcome(List<Round> rounds, double price, double sold, double debtLeft) {
    /// Copies the rounds.
    public Outcome {
      rounds = List.copyOf(rounds);
    }
  }

  /// Returns the local gain.
  public SpiralGain.Part gain() {
    return SpiralGain.Part.borrower("borrower", quantity, loanToValue, market.depth());
  }

  /// Returns where a fall of `shock`, from 0 to below 1, ends.
  ///
  /// @throws IllegalArgumentException if `shock` is out of bounds
  public Outcome after(double shock) {
    double debt = loanToValue * market.price() * quantity;
    double price = market.price() * (1 - Require.fraction("shock", shock));
    double sold = 0;
    List<Round> rounds = new ArrayList<>();
    while (rounds.size() < ROUNDS_MAX) {
      double left = quantity - sold;
      double needed = (debt - loanToValue * price * left) / (price * (1 - loanToValue));
      double now = StrictMath.min(left, needed);
      if (now <= NEGLIGIBLE * quantity) {
        break;
      }
      ExponentialImpact at = new ExponentialImpact(price, market.depth());
      debt -= at.proceeds(now);
      price = at.priceAfter(now);
      sold += now;
      rounds.add(new Round(now, price));
    }
    return new Outcome(rounds, price, sold, debt);
  }
}
