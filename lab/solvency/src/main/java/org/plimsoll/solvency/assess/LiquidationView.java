package org.plimsoll.solvency.assess;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

/// What is left if whatever must be sold is sold at once, in the book's currency.
///
/// What must be sold is the collateral of accounts that owe something, the collateral of loans, and
/// what the subject holds beyond the claims on it; all sellers of one asset sell together. A
/// shortage is bought at its price, and debts are not marked down. Where the book gives a market's
/// depth the proceeds follow [org.plimsoll.solvency.impact.ExponentialImpact]; where it gives none,
/// the tier decides: liquid assets sell at their price, illiquid ones bring nothing, and less
/// liquid ones bring between nothing and their price, and are named as missing.
///
/// @param equity what is left
/// @param heldAtMark everything on hand at its price
/// @param heldRealizable everything on hand at the average price of its sale
/// @param sales what is sold, by asset, in the order of the book
/// @param prices what one unit of each asset brings: the average price of its sale, or its price
///   where none is sold
/// @param missingDepths ids of the assets whose depth would narrow the figure
public record LiquidationView(
    Interval equity,
    Interval heldAtMark,
    Interval heldRealizable,
    List<Sale> sales,
    SortedMap<String, Interval> prices,
    List<String> missingDepths) {

  /// Takes copies.
  public LiquidationView {
    sales = List.copyOf(sales);
    prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    missingDepths = List.copyOf(missingDepths);
  }

  /// Returns what is left if the subject of `book` and everybody whose collateral it holds sell at
  /// once.
  public static LiquidationView of(Book book) {
    return Liquidation.of(book);
  }

  /// The sale of a whole block.
  ///
  /// @param asset the id
  /// @param quantity units sold
  /// @param atMark their value at the price before the sale
  /// @param proceeds what they bring
  /// @param depth log-depth of the market, in units of the asset; unknown where the book gives none
  public record Sale(
      String asset, Interval quantity, Interval atMark, Interval proceeds, Interval depth) {}
}
