package org.plimsoll.solvency.book;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A loan that is not an account's negative balance.
///
/// @param id unique in the book
/// @param lender the id of the party that is owed
/// @param borrower the id of the party that owes
/// @param asset the id of the asset owed
/// @param principal the quantity owed, never negative
/// @param collateral quantity pledged by asset id
/// @param due when the lender can ask for it
/// @param liquidationLtv debt over collateral value at which the lender sells; empty where unknown
/// @param recourse the part of a shortfall that the borrower still pays, 0 to 1
/// @param terms what else the contract says
public record Loan(
    String id,
    String lender,
    String borrower,
    String asset,
    Figure principal,
    SortedMap<String, Figure> collateral,
    Due due,
    Optional<BigDecimal> liquidationLtv,
    BigDecimal recourse,
    LoanTerms terms) {
  public Loan {
    principal = principal.asQuantity();
    SortedMap<String, Figure> pledged = new TreeMap<>();
    collateral.forEach((what, quantity) -> pledged.put(what, quantity.asQuantity()));
    collateral = Collections.unmodifiableSortedMap(pledged);
    liquidationLtv = liquidationLtv.map(Decimals::canonical);
    recourse = Decimals.canonical(recourse);
  }

  /// Returns a loan of whose contract nothing else is told.
  public Loan(
      String id,
      String lender,
      String borrower,
      String asset,
      Figure principal,
      SortedMap<String, Figure> collateral,
      Due due,
      Optional<BigDecimal> liquidationLtv,
      BigDecimal recourse) {
    this(
        id,
        lender,
        borrower,
        asset,
        principal,
        collateral,
        due,
        liquidationLtv,
        recourse,
        LoanTerms.UNTOLD);
  }

  /// When a lender can ask for its money.
  public enum Due {
    ON_DEMAND,
    TERM,
    UNKNOWN
  }
}
