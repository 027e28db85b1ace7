package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Flow;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.SourceOrUse;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.ecosystem.outcome.WealthLine;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.Table;

/// Everything that a run leaves behind, in tables for programs. Times are ISO 8601 in UTC.
public final class RunTables {
  private RunTables() {}

  /// Returns the tables in the order of the page.
  public static List<Table> of(Outcome outcome) {
    return List.of(
        series(outcome),
        flags(outcome),
        sheets(outcome),
        sourcesAndUses(outcome),
        flows(outcome),
        scores(outcome.scores()),
        switches(outcome),
        wealth(outcome));
  }

  /// One row per instant, one column per series, in full.
  private static Table series(Outcome outcome) {
    List<Series> all = outcome.series();
    SortedMap<Long, double[]> rows = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (int at = 0; at < all.get(i).timesNs().length; at++) {
        rows.computeIfAbsent(all.get(i).timesNs()[at], _ -> missing(all.size()))[i] =
            all.get(i).values()[at];
      }
    }
    List<Column> columns = new ArrayList<>(List.of(text("time")));
    all.forEach(series -> columns.add(model(series.name().replace('-', '_'))));
    List<List<Cell>> cells = new ArrayList<>();
    rows.forEach((timeNs, values) -> {
      List<Cell> row = new ArrayList<>(List.of(time(timeNs)));
      Arrays.stream(values).forEach(value -> row.add(figure(value)));
      cells.add(row);
    });
    return new Table("series", columns, cells);
  }

  private static double[] missing(int count) {
    double[] row = new double[count];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  private static Table flags(Outcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Flag flag : outcome.flags()) {
      rows.add(
          List.of(
              time(flag.timeNs()), words(flag.kind()), words(flag.text()), words(flag.source())));
    }
    return new Table(
        "flags", List.of(text("time"), text("kind"), text("event"), text("source")), rows);
  }

  private static Table sheets(Outcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Sheet sheet : outcome.sheets()) {
      for (Sheet.Line line : sheet.lines()) {
        rows.add(
            List.of(
                time(sheet.timeNs()),
                words(sheet.party()),
                words(line.label()),
                words(Words.code(line.tier())),
                exact(line.value())));
      }
    }
    return new Table(
        "sheets",
        List.of(text("time"), text("party"), text("line"), text("tier"), decimal("value")),
        rows);
  }

  private static Table sourcesAndUses(Outcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SourceOrUse line : outcome.sourcesAndUses()) {
      rows.add(
          List.of(
              words(Words.code(line.side())),
              words(line.line()),
              exact(line.value()),
              words(line.told()),
              words(line.recorded())));
    }
    return new Table(
        "sources-and-uses",
        List.of(text("side"), text("line"), decimal("value"), text("told"), text("recorded")),
        rows);
  }

  /// What went from whom to whom.
  static Table flows(Outcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Flow flow : outcome.flows()) {
      rows.add(
          List.of(words(flow.from()), words(flow.to()), words(flow.cause()), exact(flow.value())));
    }
    return new Table(
        "flows", List.of(text("from"), text("to"), text("cause"), decimal("value")), rows);
  }

  /// Quantities beside the record.
  static Table scores(List<ScoreRow> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ScoreRow row : scores) {
      rows.add(
          List.of(
              words(row.quantity()),
              words(row.unit()),
              words(row.isFit() ? "fit" : "out_of_sample"),
              figure(row.recordedLow()),
              figure(row.recordedHigh()),
              figure(row.simulated()),
              figure(row.bandLow()),
              figure(row.bandHigh()),
              words(Words.code(row.verdict())),
              figure(row.noChange()),
              figure(row.lastTrend()),
              words(row.isNearerThanBaselines().map(is -> is ? "nearer" : "not_nearer")),
              words(row.source())));
    }
    return new Table(
        "scores",
        List.of(
            text("quantity"),
            text("unit"),
            text("kind"),
            model("recorded_low"),
            model("recorded_high"),
            model("simulated"),
            model("band_low"),
            model("band_high"),
            text("verdict"),
            model("no_change"),
            model("last_trend"),
            text("than_baselines"),
            text("source")),
        rows);
  }

  private static Table switches(Outcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    for (SwitchRow row : outcome.switchTable()) {
      rows.add(
          List.of(
              words(String.join(" ", row.switches())),
              figure(row.hole()),
              figure(row.recovery()),
              time(row.firstInsolventNs()),
              time(row.firstFlagNs()),
              time(row.haltNs())));
    }
    return new Table(
        "switches",
        List.of(
            text("switches"),
            model("hole"),
            model("recovery"),
            text("first_insolvent"),
            text("first_flag"),
            text("halt")),
        rows);
  }

  private static Table wealth(Outcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    for (WealthLine line : outcome.wealth()) {
      rows.add(List.of(words(line.party()), words(line.cause()), exact(line.value())));
    }
    return new Table("wealth", List.of(text("party"), text("cause"), decimal("value")), rows);
  }

  private static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  private static Column model(String name) {
    return new Column(name, Kind.MODEL);
  }

  private static Column decimal(String name) {
    return new Column(name, Kind.DECIMAL);
  }

  private static Cell words(String words) {
    return new Cell.Text(words);
  }

  private static Cell words(Optional<String> words) {
    return words.<Cell>map(Cell.Text::new).orElseGet(Cell.Empty::new);
  }

  private static Cell time(long timeNs) {
    return words(RunWords.instant(timeNs));
  }

  private static Cell time(Optional<Long> timeNs) {
    return timeNs.map(RunTables::time).orElseGet(Cell.Empty::new);
  }

  private static Cell exact(BigDecimal value) {
    return new Cell.Decimal(value);
  }

  private static Cell figure(double value) {
    return Double.isFinite(value) ? new Cell.Model(value) : new Cell.Empty();
  }

  private static Cell figure(Optional<Double> value) {
    return value.map(RunTables::figure).orElseGet(Cell.Empty::new);
  }
}
