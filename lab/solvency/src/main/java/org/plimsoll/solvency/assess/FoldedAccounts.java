package org.plimsoll.solvency.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// Accounts of a book, of which those that can owe nothing are added up by owner.
///
/// Assessments and stress tests say the same of these as of the accounts themselves: what can owe
/// stays as it is, and of what cannot they look at no more than the sum for each owner. Accounts
/// that follow each other can be folded in parts, which add up to the fold of all of them, since
/// every sum is exact.
public final class FoldedAccounts implements Serializable {
  private static final long serialVersionUID = 1;

  /// What accounts have in common that are added up.
  ///
  /// @param boundless assets without a highest price of which they have some: one such account has
  ///   no highest value, and must not take it from others
  private record Alike(
      String owner, boolean segregated, List<Account.Exemption> exemptions, List<String> boundless)
      implements Comparable<Alike>, Serializable {
    private static final Comparator<Alike> ORDER =
        Comparator.comparing(Alike::owner)
            .thenComparing(Alike::segregated)
            .thenComparing(alike -> alike.exemptions().toString())
            .thenComparing(alike -> alike.boundless().toString());

    @Override
    public int compareTo(Alike other) {
      return ORDER.compare(this, other);
    }
  }

  private final ArrayList<Account> alone = new ArrayList<>();
  private final TreeMap<Alike, TreeMap<String, RunningSum>> sums = new TreeMap<>();
  private final AccountGrounds grounds;

  private FoldedAccounts(AccountGrounds grounds) {
    this.grounds = grounds;
  }

  /// Folds accounts.
  ///
  /// @param rest the book that they are of, whose own accounts do not matter
  public static FoldedAccounts of(List<Account> accounts, Book rest) {
    FoldedAccounts folded = new FoldedAccounts(AccountGrounds.of(accounts, rest.subject()));
    SortedSet<String> boundless = boundless(rest);
    for (Account account : accounts) {
      if (account.owner().equals(rest.subject()) || !isBoundedClaim(account)) {
        folded.alone.add(account);
      } else {
        folded.addUp(account, boundless);
      }
    }
    return folded;
  }

  /// Adds accounts that come after these.
  public void add(FoldedAccounts later) {
    alone.addAll(later.alone);
    later.sums.forEach((alike, sum) -> {
      SortedMap<String, RunningSum> mine = sums.computeIfAbsent(alike, _ -> new TreeMap<>());
      sum.forEach(
          (asset, part) -> mine.computeIfAbsent(asset, _ -> new RunningSum()).add(part.total()));
    });
    grounds.add(later.grounds);
  }

  /// Returns the accounts that stay as they are, in their order, then the sums.
  public List<Account> accounts() {
    List<Account> accounts = new ArrayList<>(alone);
    sums.forEach((alike, sum) -> {
      SortedMap<String, Figure> balances = new TreeMap<>();
      sum.forEach((asset, part) -> balances.put(asset, Figure.of(part.total())));
      accounts.add(
          new Account(
              "all of " + alike.owner(),
              alike.owner(),
              alike.segregated(),
              alike.exemptions(),
              balances));
    });
    return accounts;
  }

  /// Returns what the accounts say that is not in their sums.
  public AccountGrounds grounds() {
    return grounds;
  }

  /// Returns how many entries are kept, one by one.
  public int size() {
    return alone.size() + sums.size() + grounds.figures().size();
  }

  private static SortedSet<String> boundless(Book book) {
    SortedSet<String> boundless = new TreeSet<>();
    for (Asset asset : book.assets()) {
      if (asset.price().value().high() == null) {
        boundless.add(asset.id());
      }
    }
    return boundless;
  }

  private static boolean isBoundedClaim(Account account) {
    return !CreditorPool.canOwe(account)
        && account.balances().values().stream().noneMatch(each -> each.value().high() == null);
  }

  private void addUp(Account account, SortedSet<String> boundless) {
    List<String> held = boundless.stream().filter(asset -> !isNothing(account, asset)).toList();
    List<Account.Exemption> exemptions = account.exemptions().stream().sorted().toList();
    Alike alike = new Alike(account.owner(), account.segregated(), exemptions, held);
    SortedMap<String, RunningSum> mine = sums.computeIfAbsent(alike, _ -> new TreeMap<>());
    for (Map.Entry<String, Figure> balance : account.balances().entrySet()) {
      mine.computeIfAbsent(balance.getKey(), _ -> new RunningSum()).add(balance.getValue().value());
    }
  }

  private static boolean isNothing(Account account, String asset) {
    Figure balance = account.balances().get(asset);
    return balance == null || balance.value().equals(Interval.ZERO);
  }
}
