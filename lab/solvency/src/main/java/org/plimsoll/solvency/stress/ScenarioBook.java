package org.plimsoll.solvency.stress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;

/// A book after the prices, the depths and the defaults of a [Scenario]. Withdrawals are not paid
/// here: what they ask for and what is there to pay them is a [Run].
public final class ScenarioBook {
  private ScenarioBook() {}

  /// Returns `book` after `scenario`, with a note for each thing that happened.
  public static Book of(Book book, Scenario scenario) {
    Book repriced = new Shock(new TreeMap<>(), factors(book, scenario)).applyTo(book);
    List<String> notes = new ArrayList<>(book.notes());
    notes.addAll(scenario.sentences());
    return repriced
        .withNotes(notes)
        .withLoans(book.loans().stream().map(loan -> loan(loan, scenario)).toList())
        .withMarkets(
            book.markets().stream().map(market -> market(market, scenario.depth())).toList());
  }

  private static SortedMap<String, BigDecimal> factors(Book book, Scenario scenario) {
    SortedMap<String, BigDecimal> factors = new TreeMap<>();
    scenario.falls().forEach((asset, fall) -> factors.put(asset, BigDecimal.ONE.subtract(fall)));
    for (Asset asset : book.assets()) {
      if (asset.issuer().filter(scenario.defaults()::contains).isPresent()) {
        factors.put(asset.id(), BigDecimal.ZERO);
      }
    }
    return factors;
  }

  /// Of a borrower that defaults only the collateral comes back.
  private static Loan loan(Loan loan, Scenario scenario) {
    return !scenario.defaults().contains(loan.borrower())
        ? loan
        : new Loan(
            loan.id(),
            loan.lender(),
            loan.borrower(),
            loan.asset(),
            loan.principal(),
            loan.collateral(),
            loan.due(),
            loan.liquidationLtv(),
            BigDecimal.ZERO,
            loan.terms());
  }

  private static Market market(Market market, BigDecimal factor) {
    return new Market(
        market.asset(),
        scaled(market.depth(), factor),
        scaled(market.adv(), factor),
        market.dailyVol(),
        scaled(market.visibleDepth(), factor),
        market.participation());
  }

  private static Figure scaled(Figure figure, BigDecimal factor) {
    return new Figure(figure.value().times(Interval.exactly(factor)), figure.source());
  }
}
