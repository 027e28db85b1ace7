package org.plimsoll.solvency.book;

import java.math.BigDecimal;

/// The rules under which the book's subject stands.
///
/// @param custody whose claims an asset in custody answers for
/// @param accountRecovery the part of an under-water account's debt that is expected back, 0 to 1
public record Policies(CustodyPolicy custody, BigDecimal accountRecovery) {
  public Policies {
    accountRecovery = Decimals.canonical(accountRecovery);
  }

  /// Nothing lent, nothing expected back from those who walk away.
  public static final Policies DEFAULT = new Policies(CustodyPolicy.SEGREGATED, BigDecimal.ZERO);

  /// Whose claims an asset in custody answers for.
  public enum CustodyPolicy {
    SEGREGATED,
    OPT_IN,
    COMMINGLED
  }
}
