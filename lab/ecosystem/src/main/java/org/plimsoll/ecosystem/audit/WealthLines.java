package org.plimsoll.ecosystem.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.outcome.WealthLine;

/// The parts of one party's change of wealth, each to the nearest smallest unit of account, and a
/// line for what that leaves out: the lines add up to the change, to the nearest unit itself.
final class WealthLines {
  private final String party;
  private final WholeUnits units;
  private final List<WealthLine> lines = new ArrayList<>();
  private BigInteger change = BigInteger.ZERO;
  private BigDecimal told = BigDecimal.ZERO;

  WealthLines(String party, WholeUnits units) {
    this.party = party;
    this.units = units;
  }

  /// Adds a part; one that is nothing is left out.
  void add(String cause, BigInteger value) {
    change = change.add(value);
    tell(cause, units.rounded(value));
  }

  List<WealthLine> lines() {
    tell("rounding", units.rounded(change).subtract(told));
    return lines;
  }

  private void tell(String cause, BigDecimal value) {
    if (value.signum() != 0) {
      lines.add(new WealthLine(party, cause, value));
      told = told.add(value);
    }
  }
}
