package org.plimsoll.solvency.loadline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// Every debt of a book that stands against collateral, by collateral.
///
/// All loans count, whoever lent them: they sell into one market. The book's currency is money and
/// no collateral here.
final class Pledges {
  private final Book book;
  private final Prices prices;
  private final SortedMap<String, BigDecimal> limits = new TreeMap<>();
  private final SortedMap<String, List<Pledge>> byAsset = new TreeMap<>();

  private Pledges(Book book) {
    this.book = book;
    this.prices = new Prices(book);
    for (Asset asset : book.assets()) {
      asset.weights().map(CollateralWeights::total).ifPresent(w -> limits.put(asset.id(), w));
    }
  }

  /// Returns the pledges by the id of the collateral.
  static SortedMap<String, List<Pledge>> of(Book book) {
    Pledges pledges = new Pledges(book);
    Positions.accounts(book).forEach(pledges::addAccount);
    book.loans().forEach(pledges::addLoan);
    return pledges.byAsset;
  }

  private void addAccount(Account account) {
    SortedMap<String, Figure> held = new TreeMap<>();
    Interval debt = Interval.ZERO;
    for (Map.Entry<String, Figure> balance : account.exposure(book.currency()).entrySet()) {
      Interval quantity = balance.getValue().value();
      debt = debt.plus(prices.value(balance.getKey(), quantity.negate().positivePart()));
      held.put(balance.getKey(), Figure.of(quantity.positivePart()));
    }
    boolean exempt = account.exemptions().contains(Account.Exemption.NO_LIQUIDATION);
    for (String asset : held.keySet()) {
      Optional<BigDecimal> limit = Optional.ofNullable(limits.get(asset));
      add(account.id(), account.owner(), asset, held, debt, limit, exempt);
    }
  }

  private void addLoan(Loan loan) {
    Interval debt = prices.value(loan.asset(), loan.principal().value());
    for (String asset : loan.collateral().keySet()) {
      Optional<BigDecimal> limit = loan.liquidationLtv();
      add(loan.id(), loan.borrower(), asset, loan.collateral(), debt, limit, false);
    }
  }

  private void add(
      String name,
      String borrower,
      String asset,
      SortedMap<String, Figure> basket,
      Interval debt,
      Optional<BigDecimal> limit,
      boolean exempt) {
    Interval quantity = quantity(basket, asset);
    if (asset.equals(book.currency()) || isZero(quantity) || isZero(debt)) {
      return;
    }
    SortedMap<String, Figure> others = new TreeMap<>(basket);
    others.remove(asset);
    byAsset
        .computeIfAbsent(asset, _ -> new ArrayList<>())
        .add(
            new Pledge(
                name,
                borrower,
                asset,
                quantity,
                prices.value(asset, quantity),
                prices.value(others),
                debt,
                limit,
                exempt));
  }

  private static Interval quantity(SortedMap<String, Figure> basket, String asset) {
    Figure figure = basket.get(asset);
    return figure == null ? Interval.ZERO : figure.value();
  }

  private static boolean isZero(Interval range) {
    return Interval.ZERO.equals(range);
  }
}
