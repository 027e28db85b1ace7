package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.results.Ratio;
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

/// The lines of a book at the haircut that brings equity to zero.
///
/// Around that haircut every line is worth `fixed + marked * f`, where f is the part of the prices
/// that is left: which accounts are under water and which loans lack collateral is settled. The sum
/// over all lines is zero there, so the haircut is one less the fixed sum over the marked one.
final class FallingEntries {
  /// A value `fixed + marked * f`.
  private record Falling(BigDecimal fixed, BigDecimal marked) {
    Falling times(BigDecimal factor) {
      return new Falling(fixed.multiply(factor), marked.multiply(factor));
    }

    Falling plus(Falling other) {
      return new Falling(fixed.add(other.fixed), marked.add(other.marked));
    }

    Falling negated() {
      return times(BigDecimal.ONE.negate());
    }

    /// Whether it is below zero just beyond the haircut that leaves `f`: where it is zero there,
    /// the way on which it came decides.
    boolean isNegativeBeyond(Ratio f) {
      int sign = Ratio.of(fixed).plus(Ratio.of(marked).times(f)).signum();
      return sign < 0 || (sign == 0 && marked.signum() > 0);
    }
  }

  private final Book book;
  private final boolean favorable;
  private final Ratio left;
  private final Prices fixedPrices;
  private final Prices markedPrices;
  private final Working working;
  private final List<Entry> atFullPrices = new ArrayList<>();
  private final List<Entry> falling = new ArrayList<>();

  /// Goes through a book whose equity is zero at `haircut` on `tiers`.
  ///
  /// @param favorable at which end of its range every figure is taken
  FallingEntries(Book book, SortedSet<Asset.Tier> tiers, boolean favorable, Ratio haircut) {
    this.book = book;
    this.favorable = favorable;
    this.left = Ratio.ONE.minus(haircut);
    this.working = new Working(book);
    SortedMap<String, Interval> net = Positions.net(book);
    SortedMap<String, Interval> fixed = new TreeMap<>();
    SortedMap<String, Interval> marked = new TreeMap<>();
    for (Asset asset : book.assets()) {
      BigDecimal position = end(net.getOrDefault(asset.id(), Interval.ZERO), favorable);
      boolean falls =
          tiers.contains(asset.tier())
              && !asset.id().equals(book.currency())
              && position.signum() >= 0;
      Interval price = asset.price().value().positivePart();
      fixed.put(asset.id(), falls ? Interval.ZERO : price);
      marked.put(asset.id(), falls ? price : Interval.ZERO);
    }
    this.fixedPrices = new Prices(fixed);
    this.markedPrices = new Prices(marked);
    book.custody().forEach(this::addCustody);
    Positions.accounts(book).forEach(this::addAccount);
    Positions.lent(book).forEach(this::addLent);
    Positions.borrowed(book).forEach(this::addBorrowed);
  }

  /// Returns the haircut as what equity would be with everything on these sides, over what falls.
  Derivation.Quotient quotient() {
    return new Derivation.Quotient(
        new Derivation.Sum("F + M, every line at full prices", atFullPrices).withoutZeros(),
        new Derivation.Sum("M, what falls with these prices", falling).withoutZeros(),
        false);
  }

  private void addCustody(Custody custody) {
    Falling value = value(custody.asset(), custody.quantity(), favorable);
    add(
        Entry.Kind.CUSTODY,
        Working.name(custody),
        working.valued(custody.asset(), custody.quantity().value()),
        value,
        working.sources(custody.asset(), custody.quantity()));
  }

  private void addAccount(Account account) {
    Falling net = value(account.exposure(book.currency()), !favorable);
    boolean isUnder = net.isNegativeBeyond(left);
    BigDecimal part = isUnder ? book.policies().accountRecovery() : BigDecimal.ONE;
    String side = isUnder ? "; under water, " + Wording.percent(part) + " comes back" : "";
    add(
        Entry.Kind.ACCOUNT,
        Working.name(account),
        "owed to it: " + working.valued(account) + side,
        net.times(part).negated(),
        working.sources(account));
  }

  private void addLent(Loan loan) {
    Falling debt = value(loan.asset(), loan.principal(), favorable);
    Falling shortOf = value(loan.collateral(), favorable).plus(debt.negated());
    boolean isShort = shortOf.isNegativeBeyond(left);
    BigDecimal unsecured = BigDecimal.ONE.subtract(loan.recourse());
    Falling worth = isShort ? debt.plus(shortOf.times(unsecured)) : debt;
    add(
        Entry.Kind.LOAN,
        working.name(loan),
        "debt "
            + working.valued(loan.asset(), loan.principal().value())
            + (isShort ? "; short of collateral" : "; covered by collateral"),
        worth,
        working.sources(loan.asset(), loan.principal()));
  }

  private void addBorrowed(Loan loan) {
    add(
        Entry.Kind.LOAN,
        working.name(loan),
        working.valued(loan.asset(), loan.principal().value()),
        value(loan.asset(), loan.principal(), !favorable).negated(),
        working.sources(loan.asset(), loan.principal()));
  }

  private void add(
      Entry.Kind kind, String name, String words, Falling value, List<String> sources) {
    Interval full = Interval.exactly(value.fixed().add(value.marked()));
    atFullPrices.add(new Entry(kind, name, words, full, sources));
    falling.add(new Entry(kind, name, words, Interval.exactly(value.marked()), sources));
  }

  private Falling value(SortedMap<String, Figure> basket, boolean highest) {
    Falling sum = new Falling(BigDecimal.ZERO, BigDecimal.ZERO);
    for (Map.Entry<String, Figure> entry : basket.entrySet()) {
      sum = sum.plus(value(entry.getKey(), entry.getValue(), highest));
    }
    return sum;
  }

  private Falling value(String asset, Figure quantity, boolean highest) {
    BigDecimal units = end(quantity.value(), highest);
    return new Falling(
        units.multiply(end(fixedPrices.of(asset), highest)),
        units.multiply(end(markedPrices.of(asset), highest)));
  }

  /// A book in which such an end is missing has no breaking haircut to explain.
  private static BigDecimal end(Interval interval, boolean highest) {
    BigDecimal end = highest ? interval.high() : interval.low();
    if (end == null) {
      throw new IllegalArgumentException(interval + " has no end on this side");
    }
    return end;
  }
}
