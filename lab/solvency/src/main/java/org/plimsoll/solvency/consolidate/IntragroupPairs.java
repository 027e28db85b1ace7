package org.plimsoll.solvency.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// Sums up what members of a group owe each other, pair by pair.
final class IntragroupPairs {
  private IntragroupPairs() {}

  /// Returns the pairs between which anything is owed, the subject's first.
  ///
  /// @param members the parties that are one with the subject, without it
  static List<IntragroupPair> of(Book book, SortedSet<String> members, List<IntragroupItem> items) {
    List<String> all = new ArrayList<>(List.of(book.subject()));
    all.addAll(members);
    List<IntragroupPair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (String second : all.subList(i + 1, all.size())) {
        String first = all.get(i);
        Interval firstOwes = owed(items, first, second);
        Interval secondOwes = owed(items, second, first);
        if (!firstOwes.equals(Interval.ZERO) || !secondOwes.equals(Interval.ZERO)) {
          Interval counted = i == 0 ? counted(book, second) : Interval.ZERO;
          pairs.add(new IntragroupPair(first, second, firstOwes, secondOwes, counted));
        }
      }
    }
    return pairs;
  }

  private static Interval owed(List<IntragroupItem> items, String debtor, String creditor) {
    return items.stream()
        .filter(item -> item.debtor().equals(debtor) && item.creditor().equals(creditor))
        .map(IntragroupItem::value)
        .reduce(Interval.ZERO, Interval::plus);
  }

  /// What one party's accounts and loans add to the equity of the subject of `book`.
  private static Interval counted(Book book, String party) {
    Prices prices = new Prices(book);
    Interval recovery = Interval.exactly(book.policies().accountRecovery());
    Interval sum = Interval.ZERO;
    for (Account account : Positions.accounts(book)) {
      if (account.owner().equals(party)) {
        Interval net = prices.netValue(account);
        sum = sum.minus(net.positivePart()).plus(net.negate().positivePart().times(recovery));
      }
    }
    for (Loan loan : Positions.lent(book)) {
      if (loan.borrower().equals(party)) {
        sum = sum.plus(Equity.worth(loan, prices));
      }
    }
    for (Loan loan : Positions.borrowed(book)) {
      if (loan.lender().equals(party)) {
        sum = sum.minus(prices.value(loan.asset(), loan.principal().value()));
      }
    }
    return sum;
  }
}
