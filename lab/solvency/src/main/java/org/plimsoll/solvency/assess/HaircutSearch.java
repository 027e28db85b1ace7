package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// Finds the haircut at which equity is zero, as an exact fraction.
///
/// With `f` the part of the prices that is left, equity is a sum of straight lines in `f` and of
/// minima of two of them (an account under water pays back less; a loan is worth the smaller of
/// debt and collateral). Such a sum is concave, so below `f = 1` it crosses zero at most once, and
/// it bends only where an account or a loan changes sides. Between two bends it is a straight line.
final class HaircutSearch {
  /// A value `fixed + marked * f`.
  private record Line(BigDecimal fixed, BigDecimal marked) {
    static final Line ZERO = new Line(BigDecimal.ZERO, BigDecimal.ZERO);

    Line plus(Line other) {
      return new Line(fixed.add(other.fixed), marked.add(other.marked));
    }

    Line times(BigDecimal factor) {
      return new Line(fixed.multiply(factor), marked.multiply(factor));
    }

    /// The `f` at which the value is zero, for a line that is not level.
    Ratio root() {
      return Ratio.of(fixed.negate(), marked);
    }

    /// The value at `f`, times the denominator of `f`: exact, and of the right sign.
    BigDecimal scaledAt(Ratio f) {
      return fixed
          .multiply(new BigDecimal(f.denominator()))
          .add(marked.multiply(new BigDecimal(f.numerator())));
    }
  }

  private final Book book;
  private final SortedSet<String> marked;
  private final boolean favorable;
  private final SortedMap<String, Line> prices = new TreeMap<>();
  private boolean known = true;

  private boolean exact = true;

  /// What counts in full, and the lines of which only the part below zero counts.
  private Line straight = Line.ZERO;

  private final List<Line> floored = new ArrayList<>();

  /// Prepares the search for the prices of the `marked` assets.
  HaircutSearch(Book book, SortedSet<String> marked, boolean favorable) {
    this.book = book;
    this.marked = marked;
    this.favorable = favorable;
    book.assets().forEach(this::addPrice);
    book.custody().forEach(this::addCustody);
    Positions.accounts(book).forEach(this::addAccount);
    Positions.lent(book).forEach(this::addLent);
    Positions.borrowed(book).forEach(this::addBorrowed);
  }

  /// Returns whether every figure that the search has met is one value, so that both ends of what
  /// the book allows are the same.
  boolean isExact() {
    return exact;
  }

  /// The least part of the prices at which equity is not negative.
  ///
  /// A tangent of a concave function lies nowhere below it. So the point at which the tangent at a
  /// part with negative equity crosses zero is never beyond the wanted part, and the straight line
  /// there is another one: the steps end, on an exact fraction, after as many bends at most as
  /// there are, and in practice after a few.
  BreakingHaircut result() {
    if (!known) {
      return new BreakingHaircut.Unknown();
    }
    if (tangent(Ratio.ONE).scaledAt(Ratio.ONE).signum() < 0) {
      return new BreakingHaircut.AlreadyNegative();
    }
    Ratio part = Ratio.ZERO;
    Line tangent = tangent(part);
    if (tangent.scaledAt(part).signum() >= 0) {
      return new BreakingHaircut.Never();
    }
    while (tangent.scaledAt(part).signum() < 0) {
      part = tangent.root();
      tangent = tangent(part);
    }
    return new BreakingHaircut.At(Ratio.ONE.minus(part));
  }

  /// Equity as the straight line that it follows at `part` of the prices.
  private Line tangent(Ratio part) {
    Line sum = straight;
    for (Line line : floored) {
      if (line.scaledAt(part).signum() < 0) {
        sum = sum.plus(line);
      }
    }
    return sum;
  }

  private void addPrice(Asset asset) {
    Interval price = asset.price().value().positivePart();
    BigDecimal low = price.low();
    if (low == null || !price.isExact()) {
      known = false;
      return;
    }
    prices.put(
        asset.id(),
        marked.contains(asset.id())
            ? new Line(BigDecimal.ZERO, low)
            : new Line(low, BigDecimal.ZERO));
  }

  private void addCustody(Custody custody) {
    straight = straight.plus(value(custody.asset(), custody.quantity(), favorable));
  }

  /// Equity falls by the net value, and by what an account under water does not pay back.
  private void addAccount(Account account) {
    Line net = Line.ZERO;
    for (Map.Entry<String, Figure> entry : account.exposure(book.currency()).entrySet()) {
      net = net.plus(value(entry.getKey(), entry.getValue(), !favorable));
    }
    straight = straight.plus(net.times(BigDecimal.ONE.negate()));
    addFloored(net, BigDecimal.ONE.subtract(book.policies().accountRecovery()));
  }

  /// A loan is worth its debt less the unsecured part that does not come back.
  private void addLent(Loan loan) {
    Line debt = value(loan.asset(), loan.principal(), favorable);
    Line collateral = Line.ZERO;
    for (Map.Entry<String, Figure> entry : loan.collateral().entrySet()) {
      collateral = collateral.plus(value(entry.getKey(), entry.getValue(), favorable));
    }
    straight = straight.plus(debt);
    addFloored(
        collateral.plus(debt.times(BigDecimal.ONE.negate())),
        BigDecimal.ONE.subtract(loan.recourse()));
  }

  private void addBorrowed(Loan loan) {
    Line debt = value(loan.asset(), loan.principal(), !favorable);
    straight = straight.plus(debt.times(BigDecimal.ONE.negate()));
  }

  /// Adds what is below zero of `line`, times `weight`. A line that stays on one side counts in
  /// full or not at all.
  private void addFloored(Line line, BigDecimal weight) {
    int without = line.fixed().signum();
    int with = line.fixed().add(line.marked()).signum();
    if (without <= 0 && with <= 0) {
      straight = straight.plus(line.times(weight));
    } else if (without < 0 || with < 0) {
      floored.add(line.times(weight));
    }
  }

  private Line value(String asset, Figure quantity, boolean highest) {
    @Nullable BigDecimal end = highest ? quantity.value().high() : quantity.value().low();
    Line price = prices.get(asset);
    exact &= quantity.value().isExact();
    if (end == null || price == null) {
      known = false;
      return Line.ZERO;
    }
    return price.times(end);
  }
}
