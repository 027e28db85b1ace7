package org.plimsoll.solvency.book;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rules under which the book's subject stands.
///
/// @param custody whose claims an asset in custody answers for
/// @param accountRecovery the part of an under-water account's debt that is expected back, 0 to 1
/// @param exemptions whether an account's exemptions count
/// @param ownTokens whether tokens of the subject and of parties related to it count as collateral
/// @param caps by asset, the value in the book's currency up to which it counts as collateral, in
///   all accounts and loans together; an asset without a cap counts in full
/// @param losses who bears what collateral does not cover
/// @param withdrawals how claims are paid out
public record Policies(
    CustodyPolicy custody,
    BigDecimal accountRecovery,
    Exemptions exemptions,
    OwnTokens ownTokens,
    SortedMap<String, BigDecimal> caps,
    LossRules losses,
    WithdrawalRules withdrawals) {
  /// Takes a copy and checks the bounds.
  ///
  /// @throws IllegalArgumentException if a cap is negative
  public Policies {
    accountRecovery = Decimals.canonical(accountRecovery);
    SortedMap<String, BigDecimal> limits = new TreeMap<>();
    caps.forEach((asset, cap) -> {
      if (cap.signum() < 0) {
        throw new IllegalArgumentException("cap " + cap + " of " + asset + " is negative");
      }
      limits.put(asset, Decimals.canonical(cap));
    });
    caps = Collections.unmodifiableSortedMap(limits);
  }

  /// Returns policies that say nothing but whose claims custody answers for and what comes back.
  public Policies(CustodyPolicy custody, BigDecimal accountRecovery) {
    this(
        custody,
        accountRecovery,
        Exemptions.HONORED,
        OwnTokens.ALLOWED,
        new TreeMap<>(),
        LossRules.NONE,
        WithdrawalRules.NONE);
  }

  /// Nothing lent, nothing expected back from those who walk away.
  public static final Policies DEFAULT = new Policies(CustodyPolicy.SEGREGATED, BigDecimal.ZERO);

  /// Whose claims an asset in custody answers for.
  public enum CustodyPolicy {
    SEGREGATED,
    OPT_IN,
    COMMINGLED
  }

  /// Whether an account's exemptions count.
  public enum Exemptions {
    /// What an account says that does not bind it does not.
    HONORED,
    /// Every rule binds every account.
    NONE
  }

  /// Whether tokens of the subject, and of parties related to it, count as collateral.
  public enum OwnTokens {
    ALLOWED,
    EXCLUDED
  }
}
