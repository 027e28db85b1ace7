package org.plimsoll.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.FitError;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;

/// What a sweep keeps of a run: its number, its seed and settings, and figures; the last of them is
/// the line that gives the run again. Words stand in columns of text, figures in columns of models.
///
/// @param columns the same for every run of a plan
/// @param cells one for each
public record SweepRow(List<Column> columns, List<Cell> cells) {
  private static final double DAY_NS = 86_400e9;

  /// Enough for a million runs.
  private static final int RUN_DIGITS = 6;

  /// Takes copies.
  public SweepRow {
    columns = List.copyOf(columns);
    cells = List.copyOf(cells);
  }

  /// Returns the row with the columns of another where they are equal: a sweep has as many rows as
  /// runs, and needs its columns once.
  SweepRow like(SweepRow other) {
    return columns.equals(other.columns) ? new SweepRow(other.columns, cells) : this;
  }

  /// Returns the row of a run.
  static SweepRow of(SweepPlan plan, PlannedRun run, Outcome outcome) {
    Cells row = new Cells();
    row.text("run", number(run.number()));
    row.text("seed", Long.toString(plan.seed(run.number())));
    plan.variations()
        .forEach(variation ->
            row.figure(
                "set_" + column(variation.path()),
                Double.parseDouble(run.settings().getOrDefault(variation.path(), "NaN"))));
    addEnd(row, outcome);
    row.figure("fit_error", FitError.of(outcome.scores()));
    for (ScoreRow score : outcome.scores()) {
      row.figure("score_" + column(score.quantity()), score.simulated());
    }
    for (Series series : outcome.series()) {
      row.figure("last_" + column(series.name()), last(series));
    }
    row.text("state_hash", Long.toHexString(outcome.stateHash()));
    row.text("line", plan.line(run));
    return new SweepRow(row.columns, row.cells);
  }

  /// Adds what the row of the run in its own table of switches says, if it has one.
  private static void addEnd(Cells row, Outcome outcome) {
    Optional<SwitchRow> own =
        outcome.switchTable().stream()
            .filter(each -> each.switches().equals(outcome.switches()))
            .findFirst();
    row.figure("hole", own.map(SwitchRow::hole).orElse(Double.NaN));
    row.figure("recovery", own.map(SwitchRow::recovery).orElse(Double.NaN));
    row.figure("first_insolvent_days", days(outcome, own.flatMap(SwitchRow::firstInsolventNs)));
    row.figure("first_flag_days", days(outcome, own.flatMap(SwitchRow::firstFlagNs)));
    row.figure("halt_days", days(outcome, own.flatMap(SwitchRow::haltNs)));
  }

  private static double days(Outcome outcome, Optional<Long> timeNs) {
    return timeNs.map(at -> (at - outcome.startNs()) / DAY_NS).orElse(Double.NaN);
  }

  private static double last(Series series) {
    double[] values = series.values();
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /// Returns a run's number as its column has it: with zeros before it, so that text sorts.
  static String number(int run) {
    String digits = Integer.toString(run);
    return "0".repeat(Math.max(0, RUN_DIGITS - digits.length())) + digits;
  }

  /// Returns the name of a column for words: lower case, joined by underscores.
  private static String column(String words) {
    String joined = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return joined.replaceAll("^_|_$", "");
  }

  /// Cells and their columns, in order.
  private static final class Cells {
    private final List<Column> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    void text(String name, String words) {
      columns.add(new Column(name, Kind.TEXT));
      cells.add(new Cell.Text(words));
    }

    void figure(String name, double value) {
      columns.add(new Column(name, Kind.MODEL));
      cells.add(Double.isFinite(value) ? new Cell.Model(value) : new Cell.Empty());
    }
  }
}
