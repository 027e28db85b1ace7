package org.plimsoll.solvency.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;

/// The books between two books of one subject: each group of lines as in the one or in the other.
final class Mixture {
  private final Book before;
  private final Book after;
  private final List<Asset> oldPrices;
  private final List<Asset> newPrices;

  Mixture(Book before, Book after) {
    this.before = before;
    this.after = after;
    this.oldPrices = together(before.assets(), after.assets());
    this.newPrices = together(after.assets(), before.assets());
  }

  /// Returns the first list with those of the second that it lacks.
  private static List<Asset> together(List<Asset> first, List<Asset> second) {
    Set<String> known =
        first.stream().map(Asset::id).collect(Collectors.toCollection(TreeSet::new));
    List<Asset> together = new ArrayList<>(first);
    second.stream().filter(asset -> !known.contains(asset.id())).forEach(together::add);
    return together;
  }

  /// Returns the book in which some groups are those of the second book: bit `i` stands for the
  /// cause of that place. What no cause stands for does not touch equity at mark.
  Book with(int changed) {
    return before
        .withAssets(is(Cause.PRICES, changed) ? newPrices : oldPrices)
        .withCustody(side(Cause.CUSTODY, changed).custody())
        .withAccounts(side(Cause.ACCOUNTS, changed).accounts())
        .withLoans(side(Cause.LOANS, changed).loans())
        .withPolicies(side(Cause.POLICIES, changed).policies());
  }

  private Book side(Cause cause, int changed) {
    return is(cause, changed) ? after : before;
  }

  private static boolean is(Cause cause, int changed) {
    return (changed & 1 << cause.ordinal()) != 0;
  }
}
