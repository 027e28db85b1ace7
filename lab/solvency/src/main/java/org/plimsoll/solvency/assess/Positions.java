package org.plimsoll.solvency.assess;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// The entries of a book that bind its subject.
public final class Positions {
  private Positions() {}

  /// Returns the accounts of others. An account that the subject has with itself is neither a claim
  /// nor a debt.
  public static List<Account> accounts(Book book) {
    List<Account> accounts = book.accounts();
    return accounts.stream().anyMatch(account -> account.owner().equals(book.subject()))
        ? accounts.stream().filter(account -> !account.owner().equals(book.subject())).toList()
        : accounts;
  }

  /// Returns the loans that others owe to the subject.
  public static List<Loan> lent(Book book) {
    return book.loans().stream()
        .filter(loan -> loan.lender().equals(book.subject()))
        .filter(loan -> !loan.borrower().equals(book.subject()))
        .toList();
  }

  /// Returns the loans that the subject owes to others.
  public static List<Loan> borrowed(Book book) {
    return book.loans().stream()
        .filter(loan -> loan.borrower().equals(book.subject()))
        .filter(loan -> !loan.lender().equals(book.subject()))
        .toList();
  }

  /// Returns what the subject has of each asset beyond what it owes in it: on hand and owed by
  /// accounts, less owed to accounts and borrowed. Below zero it must still buy the asset.
  ///
  /// It is on the other side of every position in the book, so that those count as if they were
  /// owed.
  public static SortedMap<String, Interval> net(Book book) {
    SortedMap<String, RunningSum> sums = new TreeMap<>();
    for (Custody custody : book.custody()) {
      add(sums, custody.asset(), custody.quantity().value());
    }
    for (Account account : accounts(book)) {
      account
          .exposure(book.currency())
          .forEach((asset, owed) -> add(sums, asset, owed.value().negate()));
    }
    for (Loan loan : borrowed(book)) {
      add(sums, loan.asset(), loan.principal().value().negate());
    }
    SortedMap<String, Interval> net = new TreeMap<>();
    sums.forEach((asset, sum) -> net.put(asset, sum.total()));
    return net;
  }

  private static void add(SortedMap<String, RunningSum> sums, String asset, Interval part) {
    sums.computeIfAbsent(asset, _ -> new RunningSum()).add(part);
  }
}
