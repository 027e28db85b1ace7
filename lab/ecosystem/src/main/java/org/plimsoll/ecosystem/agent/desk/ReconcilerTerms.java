package org.plimsoll.ecosystem.agent.desk;

import java.util.List;
import org.plimsoll.text.bind.Omissible;

/// The terms of a reconciler.
///
/// @param party whose cash book is compared with what banks and wallets state
/// @param missingShare of payments that its bookkeeper never enters, 0 to 1
/// @param doubleShare that he enters twice
/// @param wrongShare that he enters with another amount
/// @param everyDays from one reconciliation to the next, positive. Brokers of futures in the United
///   States and firms that hold clients' money in the United Kingdom reconcile every business day
///   (17 CFR 1.32; FCA Handbook, CASS 7.15)
/// @param safePlaces custody locations whose statements say what is there for customers; none if
///   that is not watched
/// @param ownAccounts names of accounts that are no customers', such as an affiliate's
/// @param toleranceShare of what customers are owed that may be under way, 0 to 1; no source
/// @param actsAfterDays how long a difference has to last until nobody borrows more of what lacks
///   and credit lines are taken back; 0 for never. CASS 7.15 asks for the firm's own money on the
///   same day; that a day or two pass first has no source
/// @param takesBack accounts whose credit lines these are
public record ReconcilerTerms(
    String party,
    @Omissible double missingShare,
    @Omissible double doubleShare,
    @Omissible double wrongShare,
    double everyDays,
    List<String> safePlaces,
    List<String> ownAccounts,
    @Omissible double toleranceShare,
    @Omissible double actsAfterDays,
    List<String> takesBack) {
  /// Takes copies and checks the bounds.
  public ReconcilerTerms {
    takesBack = List.copyOf(takesBack);
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
    if (!(actsAfterDays >= 0)) {
      throw new IllegalArgumentException("acts-after-days: from 0");
    }
  }
}
