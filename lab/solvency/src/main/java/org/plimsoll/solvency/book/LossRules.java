package org.plimsoll.solvency.book;

import java.math.BigDecimal;
import org.plimsoll.solvency.waterfall.WaterfallProfile;

/// Who bears what the collateral of an account does not cover.
///
/// @param order the layers, first to bear first
/// @param backstop what others have pledged to take over, in the book's currency
/// @param insuranceFund the fund for such losses, in the book's currency
/// @param venueCapital the venue's own money that stands for them, in the book's currency
public record LossRules(
    WaterfallProfile order,
    BigDecimal backstop,
    BigDecimal insuranceFund,
    BigDecimal venueCapital) {
  /// The book names nobody who bears them.
  public static final LossRules NONE =
      new LossRules(WaterfallProfile.NONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if an amount is negative
  public LossRules {
    backstop = notNegative("backstop", backstop);
    insuranceFund = notNegative("insuranceFund", insuranceFund);
    venueCapital = notNegative("venueCapital", venueCapital);
  }

  private static BigDecimal notNegative(String name, BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(name + " " + amount + " is negative");
    }
    return Decimals.canonical(amount);
  }
}
