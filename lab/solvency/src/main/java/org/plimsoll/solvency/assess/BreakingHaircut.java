package org.plimsoll.solvency.assess;

import java.util.SortedSet;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;

/// The part by which all prices of some tiers must fall together for equity to reach zero.
public sealed interface BreakingHaircut {
  /// Equity is zero at this haircut, above 0 and at most 1, and negative just beyond it.
  ///
  /// @param haircut the part of every price that is lost
  record At(Ratio haircut) implements BreakingHaircut {}

  /// Equity is negative before any haircut.
  record AlreadyNegative() implements BreakingHaircut {}

  /// No haircut up to the whole price makes equity negative.
  record Never() implements BreakingHaircut {}

  /// A figure or price of the book is unknown or a range at this end.
  record Unknown() implements BreakingHaircut {}

  /// The haircut at both ends of what the book allows.
  ///
  /// @param unfavorable every quantity at the end that is worse for the subject
  /// @param favorable every quantity at the end that is better for the subject
  record Pair(BreakingHaircut unfavorable, BreakingHaircut favorable) {}

  /// Returns the haircut on the assets of `tiers`, taken as [Shock] takes it.
  static Pair of(Book book, SortedSet<Asset.Tier> tiers) {
    return new Pair(
        new HaircutSearch(book, tiers, false).result(),
        new HaircutSearch(book, tiers, true).result());
  }
}
