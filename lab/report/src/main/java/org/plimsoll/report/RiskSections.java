package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.MarginalSpiral;

/// What a book says beyond its sums: how long the cash lasts, whether selling feeds on itself, what
/// an own token's price rests on, and how deep each collateral is loaded.
public final class RiskSections {
  private RiskSections() {}

  /// Returns the sections, in the order of reading. None of them sees an account that cannot owe,
  /// but the one that asks what a supporter has.
  public static List<Section> of(Book whole) {
    Book book = CreditorPool.of(whole);
    List<Section> sections = new ArrayList<>();
    sections.add(LadderSection.of(LiquidityLadder.of(book), book.currency()));
    var byHorizon = LoadLines.of(book, LoadLines.HORIZONS);
    var loads = byHorizon.firstEntry().getValue();
    var careful = MarginalSpiral.of(book, Corner.CAREFUL);
    if (!loads.isEmpty() || !careful.isEmpty()) {
      sections.add(SpiralSection.of(loads, careful, MarginalSpiral.of(book, Corner.FAVORABLE)));
    }
    OwnTokenSection.of(book).ifPresent(sections::add);
    EmissionSection.of(whole).ifPresent(sections::add);
    if (!loads.isEmpty()) {
      sections.add(LoadLineSection.of(book, byHorizon));
    }
    return sections;
  }
}
