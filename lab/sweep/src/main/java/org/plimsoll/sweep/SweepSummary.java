package org.plimsoll.sweep;

import java.util.List;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.Table;

/// The bands of a sweep as a table, a row each.
final class SweepSummary {
  private SweepSummary() {}

  static Table of(List<Band> bands) {
    return new Table(
        "summary",
        List.of(
            new Column("figure", Kind.TEXT),
            new Column("runs", Kind.MODEL),
            new Column("percentile_5", Kind.MODEL),
            new Column("percentile_50", Kind.MODEL),
            new Column("percentile_95", Kind.MODEL)),
        bands.stream().map(SweepSummary::row).toList());
  }

  private static List<Cell> row(Band band) {
    return List.of(
        new Cell.Text(band.figure()),
        new Cell.Model(band.runs()),
        new Cell.Model(band.low()),
        new Cell.Model(band.middle()),
        new Cell.Model(band.high()));
  }
}
