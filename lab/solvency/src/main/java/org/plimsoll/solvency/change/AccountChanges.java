package org.plimsoll.solvency.change;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

/// How the accounts of two books differ: summed up by owner and asset, and balance by balance.
///
/// A balance that a book does not name is zero.
///
/// @param totals that differ, by owner and asset
/// @param balances that differ, largest change of value first; accounts of one owner whose balance
///   changed in the same way stand together
/// @param rules by id, accounts in both books whose owner, segregation or exemptions differ, and
///   accounts of one book that no balance tells of
public record AccountChanges(
    List<Total> totals, List<Balance> balances, SortedMap<String, Rules> rules) {
  /// Takes copies.
  public AccountChanges {
    totals = List.copyOf(totals);
    balances = List.copyOf(balances);
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /// Compares the accounts of two books.
  static AccountChanges of(Book before, Book after) {
    return new AccountComparison(before, after).changes();
  }

  /// What all accounts of one owner have of one asset.
  ///
  /// @param accountsBefore how many of them have a balance in the first book
  /// @param accountsAfter the same in the second
  /// @param before the sum in the first book: positive is owed to the owner
  /// @param after the sum in the second book
  public record Total(
      String owner,
      String asset,
      int accountsBefore,
      int accountsAfter,
      Interval before,
      Interval after) {
    /// Returns whether no more than one account is behind the sum.
    public boolean isOfOneAccount() {
      return accountsBefore <= 1 && accountsAfter <= 1;
    }
  }

  /// What happened to the balance of one account, or of several in the same way.
  ///
  /// @param owner in the second book, or in the first where the second has no such account
  /// @param accounts their ids, in order; never empty
  /// @param before the balance of each in the first book
  /// @param after the balance of each in the second book
  public record Balance(
      String owner, String asset, SortedSet<String> accounts, Interval before, Interval after) {
    /// Takes a copy.
    public Balance {
      accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
    }
  }

  /// What is told of an account besides its balances, in words.
  ///
  /// @param before in the first book; empty where it has no such account
  /// @param after in the second book
  public record Rules(String before, String after) {}

  /// Returns whether the accounts of the books are the same.
  public boolean isEmpty() {
    return totals.isEmpty() && balances.isEmpty() && rules.isEmpty();
  }
}
