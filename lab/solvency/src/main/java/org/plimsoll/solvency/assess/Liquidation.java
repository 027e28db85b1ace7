package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// Computes a [LiquidationView].
final class Liquidation {
  private final Book book;
  private final Prices marks;
  private final SortedMap<String, Interval> depths = new TreeMap<>();
  private final SortedMap<String, Interval> ownNet;
  private final SortedMap<String, Interval> blocks = new TreeMap<>();
  private final SortedMap<String, Interval> salePrices = new TreeMap<>();
  private final List<LiquidationView.Sale> sales = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Liquidation(Book book) {
    this.book = book;
    this.marks = new Prices(book);
    this.ownNet = Positions.net(book);
    for (Market market : book.markets()) {
      depths.put(market.asset(), market.depth().value());
    }
  }

  static LiquidationView of(Book book) {
    Liquidation liquidation = new Liquidation(book);
    liquidation.gatherBlocks();
    book.assets().forEach(liquidation::sell);
    return liquidation.view();
  }

  private void gatherBlocks() {
    ownNet.forEach((asset, net) -> add(blocks, asset, net.positivePart()));
    for (Account account : Positions.accounts(book)) {
      addCollateral(account.exposure(book.currency()));
    }
    for (Loan loan : Positions.lent(book)) {
      loan.collateral().forEach((asset, pledged) -> add(blocks, asset, pledged.value()));
    }
  }

  /// What stands behind a debt is sold. Where it is open whether the account owes, it may be that
  /// nothing is.
  private void addCollateral(SortedMap<String, Figure> units) {
    boolean mayOwe = false;
    boolean owes = false;
    for (Figure balance : units.values()) {
      Interval debt = balance.value().negate().positivePart();
      mayOwe |= !Bounds.isZero(debt);
      owes |= debt.low() != null && debt.low().signum() > 0;
    }
    if (mayOwe) {
      for (Map.Entry<String, Figure> entry : units.entrySet()) {
        Interval held = entry.getValue().value().positivePart();
        add(blocks, entry.getKey(), owes ? held : new Interval(BigDecimal.ZERO, held.high()));
      }
    }
  }

  private void sell(Asset asset) {
    String id = asset.id();
    Interval block = blocks.getOrDefault(id, Interval.ZERO);
    Interval depth = depths.getOrDefault(id, Interval.UNKNOWN);
    boolean keepsPrice = id.equals(book.currency()) || Bounds.isZero(block);
    Interval left = keepsPrice ? Interval.exactly(BigDecimal.ONE) : partLeft(asset, block, depth);
    Interval price = marks.of(id);
    salePrices.put(id, price.times(left));
    if (!keepsPrice) {
      sales.add(
          new LiquidationView.Sale(
              id, block, block.times(price), block.times(price.times(left)), depth));
    }
  }

  /// The average price of the sale over the mark.
  private Interval partLeft(Asset asset, Interval block, Interval depth) {
    if (!depth.equals(Interval.UNKNOWN)) {
      return new Interval(
          leastLeft(block.high(), depth.low()), mostLeft(block.low(), depth.high()));
    }
    return switch (asset.tier()) {
      case LIQUID -> Interval.exactly(BigDecimal.ONE);
      case ILLIQUID -> Interval.ZERO;
      case LESS_LIQUID -> {
        missing.add(asset.id());
        yield Interval.between(BigDecimal.ZERO, BigDecimal.ONE);
      }
    };
  }

  /// The least that can be left: an unlimited block, or a depth that may be nothing, leaves
  /// nothing.
  private static BigDecimal leastLeft(@Nullable BigDecimal most, @Nullable BigDecimal shallowest) {
    if (most == null || shallowest == null || shallowest.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    return averageOverMark(most, shallowest);
  }

  /// The most that can be left: a block that may be nothing, or an unlimited depth, leaves the
  /// mark.
  private static BigDecimal mostLeft(@Nullable BigDecimal least, @Nullable BigDecimal deepest) {
    if (least == null || least.signum() <= 0 || deepest == null) {
      return BigDecimal.ONE;
    }
    return deepest.signum() <= 0 ? BigDecimal.ZERO : averageOverMark(least, deepest);
  }

  private static BigDecimal averageOverMark(BigDecimal quantity, BigDecimal depth) {
    if (quantity.signum() == 0) {
      return BigDecimal.ONE;
    }
    double proceeds =
        new ExponentialImpact(1, depth.doubleValue()).proceeds(quantity.doubleValue());
    // The model is a double; its shortest decimal is as much as it says.
    return new BigDecimal(Double.toString(proceeds))
        .divide(quantity, MathContext.DECIMAL128)
        .min(BigDecimal.ONE);
  }

  private LiquidationView view() {
    Prices sold = new Prices(salePrices);
    Interval equity = Interval.ZERO;
    for (Map.Entry<String, Interval> entry : ownNet.entrySet()) {
      equity = equity.plus(standing(entry.getKey(), entry.getValue(), sold));
    }
    BigDecimal lost = BigDecimal.ONE.subtract(book.policies().accountRecovery());
    for (Account account : Positions.accounts(book)) {
      Interval net = Interval.ZERO;
      for (Map.Entry<String, Figure> entry : account.exposure(book.currency()).entrySet()) {
        net = net.plus(standing(entry.getKey(), entry.getValue().value(), sold));
      }
      equity = equity.minus(Bounds.scale(net.negate().positivePart(), lost));
    }
    for (Loan loan : Positions.lent(book)) {
      Interval debt = marks.value(loan.asset(), loan.principal().value());
      equity = equity.plus(Equity.worth(debt, sold.value(loan.collateral()), loan.recourse()));
    }
    Interval atMark = Interval.ZERO;
    Interval realizable = Interval.ZERO;
    for (Custody custody : book.custody()) {
      atMark = atMark.plus(marks.value(custody.asset(), custody.quantity().value()));
      realizable = realizable.plus(sold.value(custody.asset(), custody.quantity().value()));
    }
    return new LiquidationView(equity, atMark, realizable, sales, salePrices, missing);
  }

  /// What is there is worth its sale; what lacks is worth its price.
  private Interval standing(String asset, Interval quantity, Prices sold) {
    Interval lacking = quantity.negate().positivePart();
    return sold.value(asset, quantity.positivePart()).minus(marks.value(asset, lacking));
  }

  private static void add(SortedMap<String, Interval> sums, String asset, Interval quantity) {
    sums.merge(asset, quantity, Interval::plus);
  }
}
