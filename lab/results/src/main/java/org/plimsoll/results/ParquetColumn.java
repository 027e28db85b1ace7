package org.plimsoll.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of a Parquet file.
///
/// @param name as in the table
/// @param type in DuckDB's words
/// @param index of the column of the table that it is taken from
/// @param reading what it takes from a cell that is not empty
record ParquetColumn(String name, String type, int index, Function<Cell, Object> reading) {
  private static final int DIGITS_MAX = 38;

  /// Returns the columns that hold column `index` of `table`.
  static List<ParquetColumn> of(Table table, int index) {
    Column column = table.columns().get(index);
    String name = column.name();
    return switch (column.kind()) {
      case TEXT -> List.of(new ParquetColumn(name, "varchar", index, ParquetColumn::text));
      case MODEL -> List.of(new ParquetColumn(name, "double", index, ParquetColumn::number));
      case DECIMAL -> List.of(decimal(table, index, name));
      case RATIO ->
          List.of(
              decimal(table, index, name),
              new ParquetColumn(name + "_fraction", "varchar", index, ParquetColumn::fraction));
    };
  }

  private static ParquetColumn decimal(Table table, int index, String name) {
    int scale = 0;
    int whole = 1;
    for (List<Cell> row : table.rows()) {
      if (!(row.get(index) instanceof Cell.Empty)) {
        BigDecimal value = exact(row.get(index));
        scale = Math.max(scale, value.scale());
        whole = Math.max(whole, value.precision() - value.scale());
      }
    }
    boolean fits = whole + scale <= DIGITS_MAX;
    return fits
        ? new ParquetColumn(
            name, "decimal(" + (whole + scale) + "," + scale + ")", index, ParquetColumn::exact)
        : new ParquetColumn(name, "varchar", index, cell -> exact(cell).toPlainString());
  }

  /// Returns what stands in this column for a row of the table; null where there is no figure.
  @Nullable Object value(List<Cell> row) {
    Cell cell = row.get(index);
    return cell instanceof Cell.Empty ? null : reading.apply(cell);
  }

  /// Returns the column as SQL declares it.
  String declared() {
    return "\"" + name.replace("\"", "\"\"") + "\" " + type;
  }

  private static Object text(Cell cell) {
    return ((Cell.Text) cell).value();
  }

  private static Object number(Cell cell) {
    return ((Cell.Model) cell).value();
  }

  private static Object fraction(Cell cell) {
    return ((Cell.Fraction) cell).value().fraction();
  }

  private static BigDecimal exact(Cell cell) {
    BigDecimal value =
        cell instanceof Cell.Fraction(Ratio ratio)
            ? ratio.rounded()
            : ((Cell.Decimal) cell).value();
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
