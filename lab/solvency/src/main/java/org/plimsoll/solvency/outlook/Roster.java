package org.plimsoll.solvency.outlook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;

/// The parties of a simulation: the subject, everybody who owes nothing together, since they cannot
/// fail, and each who owes.
///
/// @param names by position
record Roster(List<String> names) {
  static final int SUBJECT = 0;

  /// Everybody who owes nothing.
  static final int CREDITORS = 1;

  /// More owners than these of accounts that owe are one party: the answer to who fails would be a
  /// list of customers.
  private static final int OWNERS_MAX = 40;

  private static final String CREDITORS_NAME = "all who owe nothing";
  private static final String OWNERS_NAME = "accounts that owe";

  static Roster of(Book book) {
    SortedSet<String> debtors = new TreeSet<>();
    for (Loan loan : book.loans()) {
      if (!loan.borrower().equals(loan.lender())) {
        debtors.add(loan.borrower());
      }
    }
    SortedSet<String> owners = new TreeSet<>();
    for (Account account : Positions.accounts(book)) {
      if (mayOwe(account, book.currency())) {
        owners.add(account.owner());
      }
    }
    owners.removeAll(debtors);
    boolean areNamed = owners.size() <= OWNERS_MAX;
    List<String> names = new ArrayList<>(List.of(book.subject(), CREDITORS_NAME));
    book.parties().stream()
        .map(Party::id)
        .filter(id -> !id.equals(book.subject()))
        .filter(id -> debtors.contains(id) || (areNamed && owners.contains(id)))
        .forEach(names::add);
    if (!areNamed) {
      names.add(OWNERS_NAME);
    }
    return new Roster(List.copyOf(names));
  }

  /// Whether something in an account may be owed by its owner.
  static boolean mayOwe(Account account, String currency) {
    return account.exposure(currency).values().stream()
        .anyMatch(balance -> isNegativeOrOpen(balance.value().low()));
  }

  private static boolean isNegativeOrOpen(@Nullable BigDecimal low) {
    return low == null || low.signum() < 0;
  }

  /// Returns the position of a party as a creditor or a debtor.
  int number(String party) {
    int number = names.indexOf(party);
    return number < 0 ? CREDITORS : number;
  }

  /// Returns the position of whoever owes what an account owes.
  int debtor(Account account) {
    int number = names.indexOf(account.owner());
    return number < 0 ? names.indexOf(OWNERS_NAME) : number;
  }

  int size() {
    return names.size();
  }
}
