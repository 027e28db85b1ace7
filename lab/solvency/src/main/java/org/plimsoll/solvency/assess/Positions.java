package org.plimsoll.solvency.assess;

import java.util.List;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;

/// The entries of a book that bind its subject.
final class Positions {
  private Positions() {}

  /// Returns the accounts of others. An account that the subject has with itself is neither a claim
  /// nor a debt.
  static List<Account> accounts(Book book) {
    return book.accounts().stream()
        .filter(account -> !account.owner().equals(book.subject()))
        .toList();
  }

  /// Returns the loans that others owe to the subject.
  static List<Loan> lent(Book book) {
    return book.loans().stream()
        .filter(loan -> loan.lender().equals(book.subject()))
        .filter(loan -> !loan.borrower().equals(book.subject()))
        .toList();
  }

  /// Returns the loans that the subject owes to others.
  static List<Loan> borrowed(Book book) {
    return book.loans().stream()
        .filter(loan -> loan.borrower().equals(book.subject()))
        .filter(loan -> !loan.lender().equals(book.subject()))
        .toList();
  }
}
