package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.plimsoll.solvency.assess.Equity;

/// What stands behind what a venue owes, in the unit of account, where its books say it exactly.
///
/// @param there what it has
/// @param owed what it owes
/// @param total what is left of the one after the other
record VenueCover(BigDecimal there, BigDecimal owed, BigDecimal total) {
  static Optional<VenueCover> of(Equity equity) {
    BigDecimal there = equity.assets().low();
    BigDecimal owed = equity.owed().low();
    BigDecimal total = equity.total().low();
    return equity.total().isExact() && there != null && owed != null && total != null
        ? Optional.of(new VenueCover(there, owed, total))
        : Optional.empty();
  }

  /// Returns the part of what is owed that can be paid, 0 to 1.
  double recovery() {
    return total.signum() >= 0 ? 1 : there.divide(owed, MathContext.DECIMAL64).doubleValue();
  }
}
