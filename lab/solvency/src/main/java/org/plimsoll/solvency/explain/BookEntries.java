package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// The lines of a book with what each of them is worth at the book's prices.
final class BookEntries {
  private final Book book;
  private final Prices prices;
  private final Working working;
  private final Interval recovery;

  BookEntries(Book book) {
    this.book = book;
    this.prices = new Prices(book);
    this.working = new Working(book);
    this.recovery = Interval.exactly(book.policies().accountRecovery());
  }

  /// Everything that makes equity, with the sign with which it counts.
  List<Entry> equity() {
    List<Entry> entries = new ArrayList<>(held(_ -> true));
    entries.addAll(lent());
    entries.addAll(accounts(this::standing));
    debts().forEach(debt -> entries.add(debt.negated()));
    return entries;
  }

  /// Everything that the subject has.
  List<Entry> assets() {
    List<Entry> entries = new ArrayList<>(held(_ -> true));
    entries.addAll(receivable());
    entries.addAll(lent());
    return entries;
  }

  /// Everything that the subject owes.
  List<Entry> owed() {
    List<Entry> entries = new ArrayList<>(claims());
    entries.addAll(debts());
    return entries;
  }

  List<Entry> held(Predicate<String> assets) {
    List<Entry> entries = new ArrayList<>();
    for (Custody custody : book.custody()) {
      if (assets.test(custody.asset())) {
        Interval quantity = custody.quantity().value();
        entries.add(custody(custody, quantity, working.valued(custody.asset(), quantity)));
      }
    }
    return entries;
  }

  List<Entry> obtainable() {
    List<Entry> entries = new ArrayList<>();
    List<String> liquid =
        book.assets().stream()
            .filter(asset -> asset.tier() == Asset.Tier.LIQUID)
            .map(Asset::id)
            .toList();
    for (Custody custody : book.custody()) {
      if (liquid.contains(custody.asset())) {
        Interval pledged = custody.encumbered().value();
        Interval free = custody.quantity().value().minus(pledged).positivePart();
        String less =
            pledged.equals(Interval.ZERO)
                ? ""
                : ", without " + Working.units(custody.asset(), pledged) + " pledged";
        entries.add(custody(custody, free, working.valued(custody.asset(), free) + less));
      }
    }
    return entries;
  }

  private Entry custody(Custody custody, Interval quantity, String words) {
    return new Entry(
        Entry.Kind.CUSTODY,
        Working.name(custody),
        words,
        prices.value(custody.asset(), quantity),
        working.sources(custody.asset(), custody.quantity(), custody.encumbered()));
  }

  List<Entry> receivable() {
    return accounts(net -> net.negate().positivePart().times(recovery));
  }

  List<Entry> claims() {
    return accounts(Interval::positivePart);
  }

  private List<Entry> accounts(Function<Interval, Interval> contribution) {
    List<Entry> entries = new ArrayList<>();
    for (Account account : Positions.accounts(book)) {
      Interval net = prices.netValue(account);
      entries.add(
          new Entry(
              Entry.Kind.ACCOUNT,
              Working.name(account),
              "owed to it: " + working.valued(account) + underWater(net),
              net,
              contribution.apply(net),
              working.sources(account)));
    }
    return entries;
  }

  private String underWater(Interval net) {
    boolean isUnder = net.high() != null && net.high().signum() < 0;
    return isUnder
        ? "; under water, " + Wording.percent(book.policies().accountRecovery()) + " comes back"
        : "";
  }

  /// What an account adds to equity. It falls as the net value rises, so the ends change places.
  private Interval standing(Interval net) {
    return new Interval(
        net.high() == null ? null : standing(net.high()),
        net.low() == null ? null : standing(net.low()));
  }

  private BigDecimal standing(BigDecimal net) {
    return net.signum() >= 0
        ? net.negate()
        : net.negate().multiply(book.policies().accountRecovery());
  }

  /// What is owed to accounts balance by balance, without netting.
  List<Entry> grossClaims(Predicate<String> assets) {
    List<Entry> entries = new ArrayList<>();
    for (Account account : Positions.accounts(book)) {
      prices
          .settled(account, book.currency())
          .forEach((asset, balance) -> {
            if (assets.test(asset)) {
              entries.add(grossClaim(account, asset, balance));
            }
          });
    }
    return entries;
  }

  private Entry grossClaim(Account account, String asset, Figure balance) {
    Interval owed = balance.value().positivePart();
    return new Entry(
        Entry.Kind.ACCOUNT,
        Working.name(account),
        working.valued(asset, owed),
        prices.value(asset, owed),
        working.sources(asset, balance));
  }

  List<Entry> lent() {
    List<Entry> entries = new ArrayList<>();
    for (Loan loan : Positions.lent(book)) {
      String words =
          "debt "
              + working.valued(loan.asset(), loan.principal().value())
              + "; collateral "
              + working.valued(loan.collateral())
              + "; recourse "
              + Wording.percent(loan.recourse());
      entries.add(loan(loan, words, Equity.worth(loan, prices)));
    }
    return entries;
  }

  List<Entry> debts() {
    return borrowed(Function.identity(), _ -> true);
  }

  List<Entry> demandable() {
    List<Entry> entries = new ArrayList<>(claims());
    entries.addAll(borrowed(Function.identity(), loan -> loan.due() == Loan.Due.ON_DEMAND));
    entries.addAll(
        borrowed(
            debt -> new Interval(BigDecimal.ZERO, debt.high()),
            loan -> loan.due() == Loan.Due.UNKNOWN));
    return entries;
  }

  private List<Entry> borrowed(Function<Interval, Interval> counted, Predicate<Loan> which) {
    List<Entry> entries = new ArrayList<>();
    for (Loan loan : Positions.borrowed(book)) {
      if (which.test(loan)) {
        Interval principal = loan.principal().value();
        entries.add(
            loan(
                loan,
                working.valued(loan.asset(), principal),
                counted.apply(prices.value(loan.asset(), principal))));
      }
    }
    return entries;
  }

  private Entry loan(Loan loan, String words, Interval contribution) {
    return new Entry(
        Entry.Kind.LOAN,
        working.name(loan),
        words,
        contribution,
        working.sources(loan.asset(), loan.principal()));
  }
}
