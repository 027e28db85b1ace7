package org.plimsoll.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.AssumptionCase;
import org.plimsoll.ecosystem.outcome.ScoreCard;
import org.plimsoll.ecosystem.outcome.Spread;
import org.plimsoll.ecosystem.outcome.SwitchCase;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.JsonTable;
import org.plimsoll.results.JsonText;
import org.plimsoll.results.Manifest;
import org.plimsoll.results.ResultFiles;
import org.plimsoll.results.Table;

/// A score card for programs: its tables as CSV and as one JSON object, and its page.
public final class ScoreFiles {
  private ScoreFiles() {}

  /// Returns the files, none of which is written yet; the manifest comes last.
  ///
  /// @param version of Plimsoll
  /// @param definitions a link to what each measure means
  public static ResultFiles of(ScoreCard card, String version, String definitions) {
    ResultFiles files = new ResultFiles();
    files.add("score.md", ScoreMarkdown.of(card, definitions));
    files.add("score.json", json(card, version));
    tables(card).forEach(table -> files.add(table.name() + ".csv", CsvTable.of(table)));
    Manifest manifest =
        new Manifest(
            version, card.scenario(), card.scenarioHash(), card.command(), files.entries());
    files.add("manifest.json", manifest.json());
    return files;
  }

  /// Returns the card as the text of one JSON object.
  public static String json(ScoreCard card, String version) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("plimsoll_version", version);
    tree.put("scenario", card.scenario());
    tree.put("scenario_hash", card.scenarioHash());
    tree.put("title", card.title());
    tree.put("profile", card.profile());
    tree.put("command", card.command());
    tree.put("not_explained", card.notExplained());
    tree.put("calibrated_to", card.calibratedTo());
    tree.put("calibrated", card.calibrated());
    tables(card).forEach(table -> tree.put(table.name(), JsonTable.rows(table)));
    return JsonText.of(tree);
  }

  private static List<Table> tables(ScoreCard card) {
    return List.of(scores(card), switches(card), assumptions(card), marks(card));
  }

  private static Table scores(ScoreCard card) {
    Table rows = RunTables.scores(card.scores());
    List<Column> columns = new ArrayList<>(rows.columns());
    columns.add(new Column("seeds", Kind.MODEL));
    List<List<Cell>> cells = new ArrayList<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      List<Cell> row = new ArrayList<>(rows.rows().get(i));
      row.add(new Cell.Model(card.scored().get(i)));
      cells.add(row);
    }
    return new Table("scores", columns, cells);
  }

  private static Table switches(ScoreCard card) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("switches", Kind.TEXT));
    columns.add(new Column("runs", Kind.MODEL));
    for (String figure : List.of("hole", "recovery")) {
      spread(figure).forEach(name -> columns.add(new Column(name, Kind.MODEL)));
    }
    for (String figure : List.of("first_insolvent", "first_flag", "halt")) {
      columns.add(new Column(figure + "_runs", Kind.MODEL));
      spread(figure).forEach(name -> columns.add(new Column(name, Kind.TEXT)));
    }
    return new Table("switches", columns, card.cases().stream().map(ScoreFiles::row).toList());
  }

  private static List<String> spread(String figure) {
    return List.of(figure, figure + "_low", figure + "_high");
  }

  private static List<Cell> row(SwitchCase row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(String.join(" ", row.switches())));
    cells.add(new Cell.Model(row.runs()));
    addSpread(cells, row.hole());
    addSpread(cells, row.recovery());
    for (Optional<Spread> time : List.of(row.firstInsolventNs(), row.firstFlagNs(), row.haltNs())) {
      cells.add(new Cell.Model(time.map(Spread::count).orElse(0)));
      cells.add(time.map(each -> instant(each.median())).orElse(new Cell.Empty()));
      cells.add(time.map(each -> instant(each.low())).orElse(new Cell.Empty()));
      cells.add(time.map(each -> instant(each.high())).orElse(new Cell.Empty()));
    }
    return cells;
  }

  private static Cell instant(double timeNs) {
    return new Cell.Text(RunWords.time((long) timeNs));
  }

  private static Table assumptions(ScoreCard card) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("assumed", Kind.TEXT));
    columns.add(new Column("low", Kind.MODEL));
    columns.add(new Column("high", Kind.MODEL));
    for (String half : List.of("lower", "upper")) {
      for (String figure : List.of("runs", "halts", "hole", "hole_low", "hole_high")) {
        columns.add(new Column(half + "_" + figure, Kind.MODEL));
      }
    }
    return new Table(
        "assumptions", columns, card.assumptions().stream().map(ScoreFiles::row).toList());
  }

  private static List<Cell> row(AssumptionCase row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(row.what()));
    cells.add(new Cell.Model(row.low()));
    cells.add(new Cell.Model(row.high()));
    for (AssumptionCase.Half half : List.of(row.lower(), row.upper())) {
      cells.add(new Cell.Model(half.runs()));
      cells.add(new Cell.Model(half.halts()));
      addSpread(cells, half.hole());
    }
    return cells;
  }

  private static void addSpread(List<Cell> cells, Optional<Spread> figure) {
    cells.add(figure.<Cell>map(each -> new Cell.Model(each.median())).orElse(new Cell.Empty()));
    cells.add(figure.<Cell>map(each -> new Cell.Model(each.low())).orElse(new Cell.Empty()));
    cells.add(figure.<Cell>map(each -> new Cell.Model(each.high())).orElse(new Cell.Empty()));
  }

  private static Table marks(ScoreCard card) {
    return new Table(
        "runs",
        List.of(
            new Column("switches", Kind.TEXT),
            new Column("seed", Kind.TEXT),
            new Column("state_hash", Kind.TEXT)),
        card.marks().stream()
            .map(mark ->
                List.<Cell>of(
                    new Cell.Text(String.join(" ", mark.switches())),
                    new Cell.Text(Long.toString(mark.seed())),
                    new Cell.Text(Long.toHexString(mark.stateHash()))))
            .toList());
  }
}
