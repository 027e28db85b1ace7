package org.plimsoll.solvency.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// The lines of a book that are about one asset, in units of the asset.
///
/// @param book whose lines
/// @param asset the id
record AssetEntries(Book book, String asset) {
  /// The line of the asset itself.
  Entry price() {
    Figure price =
        book.assets().stream()
            .filter(each -> each.id().equals(asset))
            .findFirst()
            .orElseThrow()
            .price();
    return new Entry(
        Entry.Kind.ASSET, asset, "as the book gives it", price.value(), Working.source(price));
  }

  List<Entry> owedTo() {
    return balances(_ -> true, Interval::positivePart);
  }

  List<Entry> owedBy() {
    return owedBy(_ -> true);
  }

  List<Entry> owedBy(Predicate<Account> which) {
    return balances(which, balance -> balance.negate().positivePart());
  }

  List<Entry> onHand() {
    List<Entry> entries = new ArrayList<>();
    for (Custody custody : book.custody()) {
      if (custody.asset().equals(asset)) {
        Interval quantity = custody.quantity().value();
        entries.add(
            new Entry(
                Entry.Kind.CUSTODY,
                Working.name(custody),
                Working.units(asset, quantity),
                quantity,
                Working.source(custody.quantity())));
      }
    }
    return entries;
  }

  List<Entry> matchedGap(Predicate<Account> which) {
    List<Entry> entries = new ArrayList<>(onHand());
    entries.addAll(balances(which, Interval::negate));
    return entries;
  }

  List<Entry> custodyGap() {
    List<Entry> entries = new ArrayList<>(onHand());
    owedTo().forEach(claim -> entries.add(claim.negated()));
    return entries;
  }

  List<Entry> lent() {
    return loans(Positions.lent(book));
  }

  List<Entry> borrowed() {
    return loans(Positions.borrowed(book));
  }

  private List<Entry> loans(List<Loan> loans) {
    Working working = new Working(book);
    List<Entry> entries = new ArrayList<>();
    for (Loan loan : loans) {
      if (loan.asset().equals(asset)) {
        Interval principal = loan.principal().value();
        entries.add(
            new Entry(
                Entry.Kind.LOAN,
                working.name(loan),
                Working.units(asset, principal),
                principal,
                Working.source(loan.principal())));
      }
    }
    return entries;
  }

  private List<Entry> balances(
      Predicate<Account> which, Function<Interval, Interval> contribution) {
    List<Entry> entries = new ArrayList<>();
    Prices prices = new Prices(book);
    for (Account account : Positions.accounts(book)) {
      Figure balance = prices.settled(account, book.currency()).get(asset);
      if (balance != null && which.test(account)) {
        entries.add(
            new Entry(
                Entry.Kind.ACCOUNT,
                Working.name(account),
                "owed to it: " + Working.units(asset, balance.value()),
                contribution.apply(balance.value()),
                Working.source(balance)));
      }
    }
    return entries;
  }
}
