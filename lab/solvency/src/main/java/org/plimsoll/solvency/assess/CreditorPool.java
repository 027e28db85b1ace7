package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;

/// Accounts that cannot owe anything, taken together.
///
/// Whatever prices do, such an account is a claim for the sum of its balances: it is never under
/// water, nobody sells for it, and no haircut makes it change sides. So every view of an assessment
/// is the same, exactly, if all of them stand as one; and of a million customers most are such.
public final class CreditorPool {
  private final SortedMap<String, RunningSum> owed = new TreeMap<>();
  private String owner = "";

  private CreditorPool() {}

  /// Returns `book` with at most two accounts in place of those that cannot owe: one for parties
  /// related to the subject, one for all others. Those that can owe, and those of the subject
  /// itself, stay as they are.
  public static Book of(Book book) {
    SortedSet<String> related = OwnTokens.relatedParties(book);
    CreditorPool ofRelated = new CreditorPool();
    CreditorPool ofOthers = new CreditorPool();
    List<Account> accounts = new ArrayList<>();
    for (Account account : book.accounts()) {
      if (canOwe(account) || account.owner().equals(book.subject())) {
        accounts.add(account);
      } else {
        (related.contains(account.owner()) ? ofRelated : ofOthers).add(account);
      }
    }
    ofRelated.addTo(accounts);
    ofOthers.addTo(accounts);
    return book.withAccounts(accounts);
  }

  static boolean canOwe(Account account) {
    if (!account.positions().isEmpty()) {
      return true;
    }
    for (Figure balance : account.balances().values()) {
      if (balance.value().low() == null || balance.value().low().signum() < 0) {
        return true;
      }
    }
    return false;
  }

  private void add(Account account) {
    owner = account.owner();
    for (Map.Entry<String, Figure> balance : account.balances().entrySet()) {
      owed.computeIfAbsent(balance.getKey(), _ -> new RunningSum()).add(balance.getValue().value());
    }
  }

  private void addTo(List<Account> accounts) {
    if (!owner.isEmpty()) {
      SortedMap<String, Figure> balances = new TreeMap<>();
      owed.forEach((asset, sum) -> balances.put(asset, Figure.of(sum.total())));
      accounts.add(new Account("all of " + owner, owner, false, List.of(), balances));
    }
  }
}
