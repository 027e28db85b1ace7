package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /// What counts in full, and the lines of which only the part below zero counts, with its weight.
  private Line straight = Line.ZERO;

  private final List<Line> floored = new ArrayList<>();
  private final List<BigDecimal> weights = new ArrayList<>();

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

  BreakingHaircut result() {
    if (!known) {
      return new BreakingHaircut.Unknown();
    }
    if (scaledEquity(Ratio.ONE).signum() < 0) {
      return new BreakingHaircut.AlreadyNegative();
    }
    if (scaledEquity(Ratio.ZERO).signum() >= 0) {
      return new BreakingHaircut.Never();
    }
    List<Ratio> bends = bends();
    int below = 0;
    int above = bends.size() - 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (scaledEquity(bends.get(middle)).signum() < 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return new BreakingHaircut.At(Ratio.ONE.minus(root(bends.get(below), bends.get(above))));
  }

  private Ratio root(Ratio below, Ratio above) {
    Ratio lack = equity(below);
    Ratio rise = equity(above).minus(lack);
    return below.minus(above.minus(below).times(lack).dividedBy(rise));
  }

  private List<Ratio> bends() {
    SortedSet<Ratio> bends = new TreeSet<>(List.of(Ratio.ZERO, Ratio.ONE));
    for (Line line : floored) {
      if (line.marked().signum() != 0) {
        Ratio bend = Ratio.of(line.fixed().negate(), line.marked());
        if (bend.signum() > 0 && bend.compareTo(Ratio.ONE) < 0) {
          bends.add(bend);
        }
      }
    }
    return List.copyOf(bends);
  }

  private Ratio equity(Ratio f) {
    return Ratio.of(scaledEquity(f), new BigDecimal(f.denominator()));
  }

  private BigDecimal scaledEquity(Ratio f) {
    BigDecimal sum = straight.scaledAt(f);
    for (int i = 0; i < floored.size(); i++) {
      BigDecimal part = floored.get(i).scaledAt(f).min(BigDecimal.ZERO);
      sum = sum.add(part.multiply(weights.get(i)));
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
    for (Map.Entry<String, Figure> entry : account.balances().entrySet()) {
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

  private void addFloored(Line line, BigDecimal weight) {
    floored.add(line);
    weights.add(weight);
  }

  private Line value(String asset, Figure quantity, boolean highest) {
    @Nullable BigDecimal end = highest ? quantity.value().high() : quantity.value().low();
    Line price = prices.get(asset);
    if (end == null || price == null) {
      known = false;
      return Line.ZERO;
    }
    return price.times(end);
  }
}
