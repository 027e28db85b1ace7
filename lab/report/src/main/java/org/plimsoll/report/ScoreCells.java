package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.AssumptionCase;
import org.plimsoll.ecosystem.outcome.ScoreCard;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Spread;
import org.plimsoll.ecosystem.outcome.SwitchCase;

/// The words of a score card's tables, the same in a terminal and on a page.
final class ScoreCells {
  static final List<String> SCORE_HEADINGS =
      List.of(
          "Quantity",
          "Kind",
          "Recorded",
          "Median",
          "5 to 95 % of seeds",
          "Verdict",
          "No change",
          "Last trend",
          "Than both",
          "Seeds",
          "Source");

  static final List<String> SWITCH_HEADINGS =
      List.of(
          "Switches",
          "Hole",
          "Less than as it was",
          "Recovery",
          "First insolvent",
          "First flag",
          "Withdrawals stopped");

  static final List<String> ASSUMPTION_HEADINGS =
      List.of(
          "Assumed",
          "Range",
          "Withdrawals stopped, lower half",
          "Upper half",
          "Hole, lower half",
          "Upper half",
          "Why this range");

  static final List<String> MARK_HEADINGS = List.of("Switches", "Seed", "State at the end");

  private static final double DAY_NS = 86_400e9;

  private ScoreCells() {}

  static List<List<String>> scores(ScoreCard card) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < card.scores().size(); i++) {
      rows.add(score(card.scores().get(i), card.scored().get(i)));
    }
    return rows;
  }

  private static List<String> score(ScoreRow row, int seeds) {
    List<String> cells = RunScores.cells(row);
    return List.of(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3) + error(row, Optional.of(row.simulated())),
        cells.get(4),
        cells.get(5),
        cells.get(6) + error(row, row.noChange()),
        cells.get(7) + error(row, row.lastTrend()),
        cells.get(8),
        Integer.toString(seeds),
        row.source());
  }

  /// How far a value lies outside the record, in words.
  private static String error(ScoreRow row, Optional<Double> value) {
    return value
        .map(row::error)
        .filter(Double::isFinite)
        .map(error -> error == 0 ? " (right)" : " (off by " + RunWords.amount(error) + ")")
        .orElse("");
  }

  static List<List<String>> switches(ScoreCard card) {
    return card.cases().stream().map(each -> row(each, card.cases().getFirst())).toList();
  }

  private static List<String> row(SwitchCase row, SwitchCase base) {
    return List.of(
        row.switches().isEmpty() ? "as it was" : String.join(" + ", row.switches()),
        row.hole().map(hole -> spread(hole, 1, "")).orElse(CellWords.NONE),
        row.equals(base) ? CellWords.NONE : less(row, base),
        row.recovery().map(part -> spread(part, 100, " %")).orElse(CellWords.NONE),
        time(row.firstInsolventNs(), base.firstInsolventNs(), row.runs()),
        time(row.firstFlagNs(), base.firstFlagNs(), row.runs()),
        time(row.haltNs(), base.haltNs(), row.runs()));
  }

  private static String less(SwitchCase row, SwitchCase base) {
    return row.hole()
        .flatMap(hole -> base.hole().map(before -> before.median() - hole.median()))
        .map(RunWords::amount)
        .orElse(CellWords.NONE);
  }

  private static String spread(Spread spread, double factor, String unit) {
    String median = RunWords.amount(spread.median() * factor) + unit;
    String low = RunWords.amount(spread.low() * factor);
    String high = RunWords.amount(spread.high() * factor);
    return low.equals(high) ? median : median + " (" + low + " to " + high + ")";
  }

  /// The median day with how much later it is than as it was, the range, and in how many runs.
  private static String time(Optional<Spread> time, Optional<Spread> base, int runs) {
    if (time.isEmpty()) {
      return "never";
    }
    Spread spread = time.get();
    String low = RunWords.day((long) spread.low());
    String high = RunWords.day((long) spread.high());
    return RunWords.day((long) spread.median())
        + (low.equals(high) ? "" : " (" + low + " to " + high + ")")
        + base.map(before -> later(spread.median() - before.median())).orElse("")
        + (spread.count() == runs ? "" : ", in " + spread.count() + " of " + runs);
  }

  private static String later(double differenceNs) {
    long days = Math.round(differenceNs / DAY_NS);
    return days == 0
        ? ""
        : ", " + RunWords.count((int) Math.abs(days), "day") + (days > 0 ? " later" : " sooner");
  }

  static List<List<String>> assumptions(ScoreCard card) {
    return card.assumptions().stream().map(ScoreCells::row).toList();
  }

  private static List<String> row(AssumptionCase row) {
    return List.of(
        row.what(),
        RunWords.amount(row.low()) + " to " + RunWords.amount(row.high()),
        halts(row.lower()),
        halts(row.upper()),
        row.lower().hole().map(hole -> spread(hole, 1, "")).orElse(CellWords.NONE),
        row.upper().hole().map(hole -> spread(hole, 1, "")).orElse(CellWords.NONE),
        row.why());
  }

  private static String halts(AssumptionCase.Half half) {
    return half.halts() + " of " + half.runs();
  }

  static List<List<String>> marks(ScoreCard card) {
    return card.marks().stream()
        .map(mark ->
            List.of(
                RunWords.switches(mark.switches()),
                Long.toString(mark.seed()),
                Long.toHexString(mark.stateHash())))
        .toList();
  }
}
