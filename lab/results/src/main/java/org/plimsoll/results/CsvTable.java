package org.plimsoll.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A table as CSV: RFC 4180 with a header line, quotes only where they are needed, and LF.
///
/// A ratio takes two columns: its six decimals under the column's name, and the exact fraction
/// under the name with `_fraction`. A cell without a figure is empty.
public final class CsvTable {
  private CsvTable() {}

  /// Returns the text of `table`; the last line ends with LF as well.
  public static String of(Table table) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>();
    for (Column column : table.columns()) {
      header.add(column.name());
      if (column.kind() == Column.Kind.RATIO) {
        header.add(column.name() + "_fraction");
      }
    }
    addLine(text, header);
    for (List<Cell> row : table.rows()) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        addFields(fields, row.get(i), table.columns().get(i).kind());
      }
      addLine(text, fields);
    }
    return text.toString();
  }

  private static void addFields(List<String> fields, Cell cell, Column.Kind kind) {
    switch (cell) {
      case Cell.Text(String value) -> fields.add(value);
      case Cell.Decimal(BigDecimal value) -> fields.add(JsonText.decimal(value));
      case Cell.Fraction(Ratio value) -> {
        fields.add(value.rounded().toPlainString());
        fields.add(value.fraction());
      }
      case Cell.Model(double value) -> fields.add(Double.toString(value));
      case Cell.Empty() -> {
        fields.add("");
        if (kind == Column.Kind.RATIO) {
          fields.add("");
        }
      }
    }
  }

  private static void addLine(StringBuilder text, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    text.append('\n');
  }

  private static String quoted(String field) {
    boolean needed = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
  }
}
