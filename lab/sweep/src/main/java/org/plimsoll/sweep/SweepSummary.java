package org.plimsoll.sweep;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.Table;

/// How the figures of a sweep lie: the 5th, 50th and 95th percentile of each over the runs that
/// have it. Between two runs a percentile is interpolated (type 7 of Hyndman and Fan 1996).
final class SweepSummary {
  private static final double LOW = 0.05;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  private SweepSummary() {}

  /// Returns a row for each column of figures that any run has.
  static Table of(List<Column> columns, List<List<Cell>> rows) {
    List<List<Cell>> summary = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      double[] sorted =
          rows.stream()
              .map(row -> row.get(column))
              .filter(Cell.Model.class::isInstance)
              .mapToDouble(cell -> ((Cell.Model) cell).value())
              .sorted()
              .toArray();
      if (sorted.length > 0) {
        summary.add(
            List.of(
                new Cell.Text(columns.get(i).name()),
                new Cell.Model(sorted.length),
                new Cell.Model(percentile(sorted, LOW)),
                new Cell.Model(percentile(sorted, MIDDLE)),
                new Cell.Model(percentile(sorted, HIGH))));
      }
    }
    return new Table(
        "summary",
        List.of(
            new Column("figure", Kind.TEXT),
            new Column("runs", Kind.MODEL),
            new Column("percentile_5", Kind.MODEL),
            new Column("percentile_50", Kind.MODEL),
            new Column("percentile_95", Kind.MODEL)),
        summary);
  }

  /// Returns the value below which a part of the runs lies.
  ///
  /// @param sorted rising, at least one
  static double percentile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
