package org.plimsoll.ecosystem.outcome;

import java.math.BigDecimal;
import java.util.List;

/// A party's balance sheet at an instant, in the unit of account.
///
/// @param lines assets positive, debts negative
public record Sheet(long timeNs, String party, List<Line> lines) {
  /// One line.
  ///
  /// @param label such as `BTC at the venue` or `loans from Genesis`
  /// @param tier how soon it is money
  public record Line(String label, Tier tier, BigDecimal value) {}

  /// How soon something is money.
  public enum Tier {
    LIQUID,
    LESS_LIQUID,
    ILLIQUID
  }

  /// Takes a copy.
  public Sheet {
    lines = List.copyOf(lines);
  }
}
