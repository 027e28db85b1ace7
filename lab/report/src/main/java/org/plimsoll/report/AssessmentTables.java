package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Ratio;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.assess.Assumption;
import org.plimsoll.solvency.assess.Commingling;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;

/// An assessment as tables for programs that read CSV. An interval takes two columns, `_low` and
/// `_high`; an empty cell is a figure without a limit on that side.
public final class AssessmentTables {
  private AssessmentTables() {}

  /// Returns the tables `questions`, `assets`, `locations`, `commingling` and `assumptions`.
  public static List<Table> of(Assessment assessment) {
    return List.of(
        questions(assessment),
        assets(assessment),
        locations(assessment),
        commingling(assessment),
        assumptions(assessment));
  }

  /// Returns the tables of the assessment and those of all sections.
  ///
  /// @throws IllegalArgumentException if two tables have the same name, which is a file's name
  public static List<Table> of(Assessment assessment, List<Section> sections) {
    List<Table> tables = new ArrayList<>(of(assessment));
    sections.forEach(section -> tables.addAll(section.tables()));
    UniqueNames.check("table", tables.stream().map(Table::name).toList());
    return List.copyOf(tables);
  }

  private static Table questions(Assessment assessment) {
    List<Column> columns = new ArrayList<>();
    text(columns, "question", "answer");
    interval(columns, "figure");
    text(columns, "sentence");
    List<List<Cell>> rows = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell.Text(finding.question().code()));
      row.add(new Cell.Text(Words.code(finding.answer())));
      add(row, finding.figure());
      row.add(new Cell.Text(finding.sentence()));
      rows.add(row);
    }
    return new Table("questions", columns, rows);
  }

  private static Table assets(Assessment assessment) {
    List<Column> columns = new ArrayList<>();
    text(columns, "asset", "tier", "own_token");
    interval(
        columns,
        "price",
        "owed_to",
        "owed_by",
        "on_hand",
        "lent",
        "borrowed",
        "matched_gap",
        "matched_gap_without_related",
        "custody_gap");
    ratio(columns, "custody_ratio", "segregated_recovery");
    text(columns, "largest_debtor");
    interval(columns, "largest_debt");
    List<List<Cell>> rows = new ArrayList<>();
    for (AssetRow asset : assessment.assets()) {
      rows.add(row(asset));
    }
    return new Table("assets", columns, rows);
  }

  private static List<Cell> row(AssetRow asset) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell.Text(asset.asset()));
    row.add(new Cell.Text(Words.code(asset.tier())));
    row.add(new Cell.Text(Boolean.toString(asset.ownToken())));
    add(row, asset.price());
    add(row, asset.owedTo());
    add(row, asset.owedBy());
    add(row, asset.onHand());
    add(row, asset.lent());
    add(row, asset.borrowed());
    add(row, asset.matchedGap());
    add(row, asset.matchedGapWithoutRelated());
    add(row, asset.custodyGap());
    add(row, asset.custodyRatio());
    add(row, asset.segregatedRecovery());
    row.add(
        asset
            .largestDebtor()
            .<Cell>map(debtor -> new Cell.Text(debtor.owner()))
            .orElse(new Cell.Empty()));
    add(row, asset.largestDebtor().map(AssetRow.Debtor::quantity).orElse(Interval.ZERO));
    return row;
  }

  private static Table locations(Assessment assessment) {
    List<Column> columns = new ArrayList<>();
    text(columns, "location", "kind", "asset");
    interval(columns, "quantity", "encumbered");
    List<List<Cell>> rows = new ArrayList<>();
    for (AssetRow asset : assessment.assets()) {
      for (AssetRow.Holding holding : asset.holdings()) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Text(holding.location()));
        row.add(new Cell.Text(Words.code(holding.kind())));
        row.add(new Cell.Text(asset.asset()));
        add(row, holding.quantity());
        add(row, holding.encumbered());
        rows.add(row);
      }
    }
    return new Table("locations", columns, rows);
  }

  private static Table commingling(Assessment assessment) {
    List<Column> columns =
        List.of(
            new Column("claimants", Column.Kind.TEXT),
            new Column("segregated", Column.Kind.RATIO),
            new Column("commingled", Column.Kind.RATIO),
            new Column("gain", Column.Kind.RATIO));
    List<List<Cell>> rows = new ArrayList<>();
    for (Commingling moved : assessment.recoveries().commingling().stream().toList()) {
      for (Commingling.Transfer transfer : moved.transfers()) {
        rows.add(
            List.of(
                new Cell.Text(transfer.asset()),
                new Cell.Fraction(transfer.segregated()),
                new Cell.Fraction(transfer.commingled()),
                new Cell.Fraction(transfer.gain())));
      }
    }
    return new Table("commingling", columns, rows);
  }

  private static Table assumptions(Assessment assessment) {
    List<Column> columns = new ArrayList<>();
    text(columns, "kind", "sentence", "source");
    List<List<Cell>> rows = new ArrayList<>();
    for (Assumption assumption : assessment.assumptions()) {
      rows.add(
          List.of(
              new Cell.Text(Words.code(assumption.kind())),
              new Cell.Text(assumption.sentence()),
              new Cell.Text(assumption.source())));
    }
    return new Table("assumptions", columns, rows);
  }

  private static void text(List<Column> columns, String... names) {
    for (String name : names) {
      columns.add(new Column(name, Column.Kind.TEXT));
    }
  }

  private static void interval(List<Column> columns, String... names) {
    for (String name : names) {
      columns.add(new Column(name + "_low", Column.Kind.DECIMAL));
      columns.add(new Column(name + "_high", Column.Kind.DECIMAL));
    }
  }

  private static void ratio(List<Column> columns, String... names) {
    for (String name : names) {
      columns.add(new Column(name + "_low", Column.Kind.RATIO));
      columns.add(new Column(name + "_high", Column.Kind.RATIO));
    }
  }

  private static void add(List<Cell> row, Interval interval) {
    row.add(decimal(interval.low()));
    row.add(decimal(interval.high()));
  }

  private static void add(List<Cell> row, Optional<RatioRange> range) {
    row.add(fraction(range.map(RatioRange::low)));
    row.add(fraction(range.flatMap(RatioRange::high)));
  }

  private static Cell decimal(@Nullable BigDecimal value) {
    return value == null ? new Cell.Empty() : new Cell.Decimal(value);
  }

  private static Cell fraction(Optional<Ratio> value) {
    return value.<Cell>map(Cell.Fraction::new).orElse(new Cell.Empty());
  }
}
