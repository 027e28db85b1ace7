package org.plimsoll.solvency.assess;

import java.io.Serializable;
import java.util.List;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;

/// What the accounts of a book say of the ground on which its answers stand: their sources, what
/// they leave open, and how many they are. Prices change none of it.
public final class AccountGrounds implements Serializable {
  private static final long serialVersionUID = 1;

  private final FigureTally figures = new FigureTally();
  private long others;
  private long segregated;

  private AccountGrounds() {}

  /// Returns what all accounts of a book say.
  public static AccountGrounds of(Book book) {
    return of(book.accounts(), book.subject());
  }

  /// Returns what some accounts say.
  ///
  /// @param subject of the book, whose accounts with itself are neither claims nor debts
  static AccountGrounds of(List<Account> accounts, String subject) {
    AccountGrounds grounds = new AccountGrounds();
    for (Account account : accounts) {
      BookFigures.ofAccount(account, grounds.figures::add);
      if (!account.owner().equals(subject)) {
        grounds.others++;
        grounds.segregated += account.segregated() ? 1 : 0;
      }
    }
    return grounds;
  }

  /// Adds what the accounts say that come after these.
  void add(AccountGrounds later) {
    figures.add(later.figures);
    others += later.others;
    segregated += later.segregated;
  }

  FigureTally figures() {
    return figures;
  }

  /// Returns how many accounts are not the subject's own.
  long others() {
    return others;
  }

  /// Returns how many of these are kept apart.
  long segregated() {
    return segregated;
  }
}
