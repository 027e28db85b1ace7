package org.plimsoll.solvency.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Account.Exemption;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// Somebody who owes the subject against collateral: an account with a negative balance, or a loan.
///
/// @param id of the account or the loan
/// @param owner id of the party that owes
/// @param held units that secure the debt, by asset
/// @param owed units owed, by asset
/// @param limit the loan-to-value ratio at which a contract lets the lender sell; empty where the
///   rules decide
/// @param isUnlimited whether the rules let it owe what it likes
/// @param isSpared whether nobody sells it out
public record Borrower(
    String id,
    String owner,
    SortedMap<String, Interval> held,
    SortedMap<String, Interval> owed,
    Optional<BigDecimal> limit,
    boolean isUnlimited,
    boolean isSpared) {
  /// Takes copies.
  public Borrower {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    owed = Collections.unmodifiableSortedMap(new TreeMap<>(owed));
  }

  /// Returns everybody who owes the subject of `book`, accounts first.
  public static List<Borrower> of(Book book) {
    List<Borrower> borrowers = new ArrayList<>();
    for (Account account : Positions.accounts(book)) {
      Borrower borrower = of(account, book.currency());
      if (!borrower.owed().isEmpty()) {
        borrowers.add(borrower);
      }
    }
    Positions.lent(book).forEach(loan -> borrowers.add(of(loan)));
    return borrowers;
  }

  /// A position counts as units that the owner bought or sold on credit.
  static Borrower of(Account account, String currency) {
    SortedMap<String, Interval> held = new TreeMap<>();
    SortedMap<String, Interval> owed = new TreeMap<>();
    account
        .exposure(currency)
        .forEach((asset, figure) -> {
          addPositive(held, asset, figure.value().positivePart());
          addPositive(owed, asset, figure.value().negate().positivePart());
        });
    return new Borrower(
        account.id(),
        account.owner(),
        held,
        owed,
        Optional.empty(),
        account.exemptions().contains(Exemption.NEGATIVE_ALLOWED)
            || account.exemptions().contains(Exemption.CREDIT_LINE),
        account.exemptions().contains(Exemption.NO_LIQUIDATION));
  }

  static Borrower of(Loan loan) {
    SortedMap<String, Interval> held = new TreeMap<>();
    loan.collateral().forEach((asset, figure) -> addPositive(held, asset, figure.value()));
    SortedMap<String, Interval> owed = new TreeMap<>();
    addPositive(owed, loan.asset(), loan.principal().value());
    return new Borrower(
        loan.id(), loan.borrower(), held, owed, loan.liquidationLtv(), false, false);
  }

  private static void addPositive(
      SortedMap<String, Interval> quantities, String asset, Interval quantity) {
    if (!quantity.equals(Interval.ZERO)) {
      quantities.put(asset, quantity);
    }
  }
}
