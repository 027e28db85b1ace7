package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.Corner;

/// Cash by some time against claims by then, as a section.
final class LadderSection {
  private LadderSection() {}

  static Section of(LiquidityLadder ladder, String unit) {
    if (ladder.rungs().stream().noneMatch(LadderSection::isDue)) {
      return new Section(
          "liquidity",
          "How long the cash lasts",
          List.of("Nothing can be demanded within 90 days."),
          List.of(),
          List.of());
    }
    Rows rows = new Rows("liquidity_ladder");
    for (LiquidityLadder.Rung rung : ladder.rungs()) {
      rows.text("within", rung.within())
          .modelRange("obtainable", rung.obtainableLow(), rung.obtainableHigh())
          .range("demandable", rung.demandable())
          .modelRange("cover_ratio", rung.cover(Corner.CAREFUL), rung.cover(Corner.FAVORABLE))
          .words("cover_ratio", isDue(rung) ? Optional.empty() : Optional.of("nothing due"))
          .end();
    }
    return new Section(
        "liquidity",
        "How long the cash lasts",
        sentences(ladder),
        List.of(rows.table()),
        charts(ladder, unit));
  }

  /// Whether something can be demanded, or may be.
  private static boolean isDue(LiquidityLadder.Rung rung) {
    return !Interval.ZERO.equals(rung.demandable());
  }

  private static List<String> sentences(LiquidityLadder ladder) {
    List<String> sentences = new ArrayList<>();
    Optional<LiquidityLadder.Rung> worst = ladder.firstShort(Corner.CAREFUL);
    Optional<LiquidityLadder.Rung> best = ladder.firstShort(Corner.FAVORABLE);
    sentences.add(
        worst.isEmpty()
            ? "Cash covers everything that can be demanded within 90 days."
            : best.isPresent()
                ? "Claims exceed cash within " + best.get().within() + "."
                : "Claims may exceed cash within "
                    + worst.get().within()
                    + ", at the careful end of what the book allows.");
    sentences.add(
        "Whatever can be demanded now counts on every rung. Less liquid assets are sold at a part"
            + " of the volume; illiquid ones and own tokens bring nothing.");
    if (!ladder.withoutMarket().isEmpty()) {
      sentences.add(
          "The book tells nothing of the market for "
              + Wording.list(ladder.withoutMarket())
              + ": from a day on it brings between nothing and its price.");
    }
    return sentences;
  }

  private static List<Chart> charts(LiquidityLadder ladder, String unit) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (LiquidityLadder.Rung rung : ladder.rungs()) {
      double claims = Corner.CAREFUL.ofLessIsBetter(rung.demandable());
      if (Double.isFinite(rung.obtainableHigh())) {
        bars.add(
            new Chart.Bar(
                "within " + rung.within(),
                rung.obtainableLow(),
                rung.obtainableHigh(),
                Optional.of(claims).filter(Double::isFinite)));
      }
    }
    return List.of(
        new Chart.Bars(
            "liquidity-ladder", "Cash obtainable, against what can be demanded", unit, bars));
  }
}
