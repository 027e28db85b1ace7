package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// What can be turned into money now against what can be demanded now, in the book's currency.
///
/// @param obtainable assets of the tier `liquid` in custody that are not pledged, at their price,
///   leaving out own tokens
/// @param demandable net value of the accounts that are not under water, and loans due on demand,
///   with own tokens worth nothing; a loan whose term is unknown counts as nothing to all of it
/// @param cover obtainable over demandable; empty where nothing can be demanded
public record Liquidity(Interval obtainable, Interval demandable, Optional<RatioRange> cover) {

  /// Returns the liquidity of the subject of `book`.
  public static Liquidity of(Book book) {
    Book bare = Shock.withoutOwnTokens(book).applyTo(book);
    return of(bare, Equity.of(bare));
  }

  /// Returns the liquidity from the book at prices without own tokens, and the equity at them.
  static Liquidity of(Book bare, Equity equity) {
    Interval obtainable = obtainable(bare);
    Interval demandable = equity.claims().plus(callable(bare));
    return new Liquidity(obtainable, demandable, RatioRange.of(obtainable, demandable));
  }

  /// Returns what is left once everything that can be demanded now is paid; below zero, what lacks.
  public Interval surplus() {
    return obtainable.minus(demandable);
  }

  private static Interval obtainable(Book book) {
    SortedMap<String, Asset.Tier> tiers =
        book.assets().stream()
            .collect(Collectors.toMap(Asset::id, Asset::tier, (a, _) -> a, TreeMap::new));
    Prices prices = new Prices(book);
    Interval sum = Interval.ZERO;
    for (Custody custody : book.custody()) {
      if (tiers.get(custody.asset()) == Asset.Tier.LIQUID) {
        Interval free = custody.quantity().value().minus(custody.encumbered().value());
        sum = sum.plus(prices.value(custody.asset(), free.positivePart()));
      }
    }
    return sum;
  }

  private static Interval callable(Book book) {
    Prices prices = new Prices(book);
    Interval sum = Interval.ZERO;
    for (Loan loan : Positions.borrowed(book)) {
      Interval debt = prices.value(loan.asset(), loan.principal().value());
      sum =
          sum.plus(
              switch (loan.due()) {
                case ON_DEMAND -> debt;
                case TERM -> Interval.ZERO;
                case UNKNOWN -> new Interval(BigDecimal.ZERO, debt.high());
              });
    }
    return sum;
  }
}
