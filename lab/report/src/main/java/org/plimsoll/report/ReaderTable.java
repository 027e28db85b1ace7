package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Table;

/// A table as people read it: a pair of columns `x_low` and `x_high` is one range, and headings are
/// words.
///
/// @param caption what the rows are
/// @param headings one per column
/// @param rows one text per column
record ReaderTable(String caption, List<String> headings, List<List<String>> rows) {
  private static final String LOW = "_low";
  private static final String HIGH = "_high";

  /// Returns `table` for readers.
  static ReaderTable of(Table table) {
    List<Shown> shown = shown(table.columns());
    return new ReaderTable(
        words(table.name()),
        shown.stream().map(column -> words(column.name)).toList(),
        table.rows().stream().map(row -> texts(shown, row)).toList());
  }

  /// A column of readers, made of one or two columns of programs.
  private record Shown(String name, int first, boolean isRange) {
    String text(List<Cell> row) {
      CellWords words = CellWords.ofColumn(name);
      return isRange ? words.range(row.get(first), row.get(first + 1)) : words.of(row.get(first));
    }
  }

  private static List<Shown> shown(List<Column> columns) {
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (i + 1 < columns.size() && isRange(columns.get(i), columns.get(i + 1))) {
        shown.add(new Shown(name.substring(0, name.length() - LOW.length()), i, true));
        i++;
      } else {
        shown.add(new Shown(name, i, false));
      }
    }
    return shown;
  }

  private static boolean isRange(Column low, Column high) {
    return low.kind() != Column.Kind.TEXT
        && low.kind() == high.kind()
        && low.name().endsWith(LOW)
        && high.name().equals(low.name().substring(0, low.name().length() - LOW.length()) + HIGH);
  }

  private static List<String> texts(List<Shown> shown, List<Cell> row) {
    return shown.stream().map(column -> column.text(row)).toList();
  }

  private static String words(String name) {
    String words = name.replace('_', ' ').replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
