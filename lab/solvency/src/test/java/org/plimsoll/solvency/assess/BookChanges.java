package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Position;

/// Changes of a book under which an assessment must change in a known way.
final class BookChanges {
  private BookChanges() {}

  /// Returns the book with every quantity changed.
  static Book quantities(Book book, UnaryOperator<Interval> change) {
    return figures(book, UnaryOperator.identity(), change);
  }

  /// Returns the book with every price changed, that of the currency included.
  static Book prices(Book book, UnaryOperator<Interval> change) {
    return figures(book, change, UnaryOperator.identity());
  }

  /// Returns the book with prices and quantities changed, in the order of the book.
  static Book figures(Book book, UnaryOperator<Interval> price, UnaryOperator<Interval> quantity) {
    List<Asset> assets =
        book.assets().stream().map(asset -> asset.withPrice(change(asset.price(), price))).toList();
    List<Custody> custody =
        book.custody().stream()
            .map(held ->
                new Custody(
                    held.location(),
                    held.kind(),
                    held.asset(),
                    change(held.quantity(), quantity),
                    change(held.encumbered(), quantity)))
            .toList();
    List<Market> markets =
        book.markets().stream()
            .map(market -> new Market(market.asset(), change(market.depth(), quantity)))
            .toList();
    return copy(book, assets, accounts(book, quantity), loans(book, quantity), custody, markets);
  }

  /// Returns the book with every account split into `parts` equal ones of the same owner.
  static Book split(Book book, int parts) {
    List<Account> accounts = new ArrayList<>();
    Book enlarged = quantities(book, quantity -> scale(quantity, parts));
    for (int i = 0; i < parts; i++) {
      for (Account account : book.accounts()) {
        accounts.add(
            new Account(
                account.id() + "-" + i,
                account.owner(),
                account.segregated(),
                account.exemptions(),
                account.balances(),
                account.positions()));
      }
    }
    return copy(
        enlarged,
        enlarged.assets(),
        accounts,
        enlarged.loans(),
        enlarged.custody(),
        enlarged.markets());
  }

  /// Returns the book with every list in the opposite order.
  static Book reversed(Book book) {
    return copy(
        book,
        book.assets().reversed(),
        book.accounts().reversed(),
        book.loans().reversed(),
        book.custody().reversed(),
        book.markets().reversed());
  }

  static Interval scale(Interval interval, int factor) {
    return Bounds.scale(interval, BigDecimal.valueOf(factor));
  }

  private static List<Account> accounts(Book book, UnaryOperator<Interval> change) {
    return book.accounts().stream()
        .map(account ->
            new Account(
                account.id(),
                account.owner(),
                account.segregated(),
                account.exemptions(),
                basket(account.balances(), change),
                account.positions().stream().map(open -> sized(open, change)).toList()))
        .toList();
  }

  private static Position sized(Position open, UnaryOperator<Interval> change) {
    return new Position(open.asset(), change(open.size(), change), open.entry());
  }

  /// Returns the book without positions.
  static Book withoutPositions(Book book) {
    return book.withAccounts(
        book.accounts().stream().map(account -> account.withPositions(List.of())).toList());
  }

  private static List<Loan> loans(Book book, UnaryOperator<Interval> change) {
    return book.loans().stream()
        .map(loan ->
            new Loan(
                loan.id(),
                loan.lender(),
                loan.borrower(),
                loan.asset(),
                change(loan.principal(), change),
                basket(loan.collateral(), change),
                loan.due(),
                loan.liquidationLtv(),
                loan.recourse()))
        .toList();
  }

  private static SortedMap<String, Figure> basket(
      SortedMap<String, Figure> basket, UnaryOperator<Interval> change) {
    SortedMap<String, Figure> changed = new TreeMap<>();
    basket.forEach((asset, figure) -> changed.put(asset, change(figure, change)));
    return Collections.unmodifiableSortedMap(changed);
  }

  private static Figure change(Figure figure, UnaryOperator<Interval> change) {
    return new Figure(change.apply(figure.value()), figure.source());
  }

  private static Book copy(
      Book book,
      List<Asset> assets,
      List<Account> accounts,
      List<Loan> loans,
      List<Custody> custody,
      List<Market> markets) {
    return new Book(
        book.title(),
        book.asOf(),
        book.currency(),
        book.subject(),
        book.notes(),
        assets,
        book.parties(),
        accounts,
        loans,
        custody,
        markets,
        book.policies());
  }
}
