package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

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
    SortedMap<String, Interval> net = Positions.net(book);
    return pair(book, inExcess(book, net, tiers, false), inExcess(book, net, tiers, true));
  }

  /// Returns the fall of the prices of `assets` together, whoever owns them, that brings equity to
  /// zero. The book's own currency is the measure and keeps its price.
  static Pair ofFall(Book book, SortedSet<String> assets) {
    SortedSet<String> falling = new TreeSet<>(assets);
    falling.remove(book.currency());
    return pair(book, falling, falling);
  }

  private static Pair pair(Book book, SortedSet<String> worse, SortedSet<String> better) {
    HaircutSearch search = new HaircutSearch(book, worse, false);
    BreakingHaircut unfavorable = search.result();
    boolean isBoth = search.isExact() && worse.equals(better);
    return new Pair(
        unfavorable, isBoth ? unfavorable : new HaircutSearch(book, better, true).result());
  }

  /// What the subject must still buy keeps its price in a haircut.
  private static SortedSet<String> inExcess(
      Book book, SortedMap<String, Interval> net, SortedSet<Asset.Tier> tiers, boolean favorable) {
    SortedSet<String> marked = new TreeSet<>();
    for (Asset asset : book.assets()) {
      Interval position = net.getOrDefault(asset.id(), Interval.ZERO);
      BigDecimal end = favorable ? position.high() : position.low();
      boolean counts = end == null ? favorable : end.signum() >= 0;
      if (tiers.contains(asset.tier()) && counts && !asset.id().equals(book.currency())) {
        marked.add(asset.id());
      }
    }
    return marked;
  }
}
