package org.plimsoll.solvency.lender;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// A debt of the borrower's and what secures it: a loan, or a venue's account that is below zero.
///
/// @param name of the loan or the account
/// @param lender id of the party that is owed
/// @param debt in the book's currency, at mark
/// @param collateral units pledged, by asset id
/// @param value of all that is pledged, at mark
/// @param due when the lender can ask for it
/// @param limit the loan-to-value ratio at which the lender sells, where it is told
/// @param exemptions rules of the venue that do not bind the borrower
/// @param source of the debt; empty where the book names none
public record Exposure(
    String name,
    String lender,
    Interval debt,
    SortedMap<String, Interval> collateral,
    Interval value,
    Loan.Due due,
    Optional<BigDecimal> limit,
    List<Account.Exemption> exemptions,
    String source) {
  /// Copies the collections.
  public Exposure {
    collateral = Collections.unmodifiableSortedMap(new TreeMap<>(collateral));
    exemptions = List.copyOf(exemptions);
  }

  /// Returns what `borrower` owes, loans first; an account counts once it may be below zero.
  static List<Exposure> of(Book book, String borrower) {
    Prices prices = new Prices(book);
    List<Exposure> all = new ArrayList<>();
    book.loans().stream()
        .filter(loan -> loan.borrower().equals(borrower) && !loan.lender().equals(borrower))
        .forEach(loan -> all.add(of(loan, prices)));
    Positions.accounts(book).stream()
        .filter(account -> account.owner().equals(borrower))
        .map(account -> of(account, book.subject(), book.currency(), prices))
        .filter(exposure -> !exposure.debt().equals(Interval.ZERO))
        .forEach(all::add);
    return all;
  }

  private static Exposure of(Loan loan, Prices prices) {
    SortedMap<String, Interval> pledged = new TreeMap<>();
    loan.collateral().forEach((asset, figure) -> pledged.put(asset, figure.value()));
    return new Exposure(
        loan.id(),
        loan.lender(),
        prices.value(loan.asset(), loan.principal().value()),
        pledged,
        prices.value(loan.collateral()),
        loan.due(),
        loan.liquidationLtv(),
        List.of(),
        loan.principal().source());
  }

  private static Exposure of(Account account, String venue, String currency, Prices prices) {
    SortedMap<String, Interval> held = new TreeMap<>();
    Interval debt = Interval.ZERO;
    Interval value = Interval.ZERO;
    String source = "";
    for (Map.Entry<String, Figure> balance : account.exposure(currency).entrySet()) {
      String asset = balance.getKey();
      Interval quantity = balance.getValue().value();
      Interval owed = quantity.negate().positivePart();
      Interval kept = quantity.positivePart();
      if (!owed.equals(Interval.ZERO)) {
        debt = debt.plus(prices.value(asset, owed));
        source = source.isEmpty() ? balance.getValue().source() : source;
      }
      if (!kept.equals(Interval.ZERO)) {
        held.put(asset, kept);
        value = value.plus(prices.value(asset, kept));
      }
    }
    return new Exposure(
        account.id(),
        venue,
        debt,
        held,
        value,
        Loan.Due.ON_DEMAND,
        Optional.empty(),
        account.exemptions(),
        source);
  }
}
