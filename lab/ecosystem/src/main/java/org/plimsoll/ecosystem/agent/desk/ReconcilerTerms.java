package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// The terms of a reconciler.
///
/// @param party whose cash book is compared with what banks and wallets state
/// @param missingShare of payments that its bookkeeper never enters, 0 to 1
/// @param doubleShare that he enters twice
/// @param wrongShare that he enters with another amount
/// @param everyDays from one reconciliation to the next, positive
/// @param safePlaces custody locations whose dollars are there for customers; none if customers'
///   dollars are not watched
/// @param ownAccounts names of the venue's accounts whose dollars are not customers'
/// @param toleranceShare of customers' dollars that may be under way, 0 to 1
public record ReconcilerTerms(
    String party,
    @Omissible double missingShare,
    @Omissible double doubleShare,
    @Omissible double wrongShare,
    double everyDays,
    List<String> safePlaces,
    List<String> ownAccounts,
    @Omissible double toleranceShare) {
  /// Takes a copy and checks the bounds.
  public ReconcilerTerms {
    safePlaces = List.copyOf(safePlaces);
    ownAccounts = List.copyOf(ownAccounts);
    double errors = missingShare + doubleShare + wrongShare;
    if (!(missingShare >= 0 && doubleShare >= 0 && wrongShare >= 0 && errors <= 1)) {
      throw new IllegalArgumentException("missing-share, double-share, wrong-share: 0 to 1 in all");
    }
    if (!(everyDays > 0)) {
      throw new IllegalArgumentException("every-days: above 0");
    }
    if (!(toleranceShare >= 0 && toleranceShare <= 1)) {
      throw new IllegalArgumentException("tolerance-share: 0 to 1");
    }
  }
}
