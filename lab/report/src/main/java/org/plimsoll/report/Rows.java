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
import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;

/// Writes a table row by row, a range in two columns. The first row decides what the columns hold.
final class Rows {
  private final String name;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private List<Cell> row = new ArrayList<>();

  Rows(String name) {
    this.name = name;
  }

  Rows text(String column, String value) {
    return add(column, Column.Kind.TEXT, new Cell.Text(value));
  }

  Rows number(String column, BigDecimal value) {
    return add(column, Column.Kind.DECIMAL, new Cell.Decimal(value));
  }

  /// A figure of a model; left empty where it is not finite.
  Rows model(String column, double value) {
    return add(
        column,
        Column.Kind.MODEL,
        Double.isFinite(value) ? new Cell.Model(value) : new Cell.Empty());
  }

  Rows modelRange(String column, double low, double high) {
    return model(column + "_low", low).model(column + "_high", high);
  }

  /// What is read in place of the range before it, where there is something to say.
  Rows words(String column, Optional<String> value) {
    return add(
        column + "_words",
        Column.Kind.TEXT,
        value.<Cell>map(Cell.Text::new).orElse(new Cell.Empty()));
  }

  Rows range(String column, Interval value) {
    return end(column + "_low", value.low()).end(column + "_high", value.high());
  }

  Rows ratio(String column, Optional<Ratio> value) {
    return add(
        column, Column.Kind.RATIO, value.<Cell>map(Cell.Fraction::new).orElse(new Cell.Empty()));
  }

  Rows ratios(String column, Optional<RatioRange> value) {
    return ratio(column + "_low", value.map(RatioRange::low))
        .ratio(column + "_high", value.flatMap(RatioRange::high));
  }

  /// Ends the row.
  void end() {
    rows.add(row);
    row = new ArrayList<>();
  }

  Table table() {
    return new Table(name, columns, rows);
  }

  private Rows end(String column, @Nullable BigDecimal value) {
    return add(
        column, Column.Kind.DECIMAL, value == null ? new Cell.Empty() : new Cell.Decimal(value));
  }

  private Rows add(String column, Column.Kind kind, Cell cell) {
    if (rows.isEmpty()) {
      columns.add(new Column(column, kind));
    }
    row.add(cell);
    return this;
  }
}
