package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Table;

/// A table as people read it: a pair of columns `x_low` and `x_high` is one range, and headings are
/// words. A third column `x_words` says what stands for a range that its ends cannot tell.
///
/// @param caption what the rows are
/// @param headings one per column
/// @param rows one text per column
record ReaderTable(String caption, List<String> headings, List<List<String>> rows) {
  private static final String LOW = "_low";
  private static final String HIGH = "_high";
  private static final String WORDS = "_words";

  /// Returns `table` for readers.
  static ReaderTable of(Table table) {
    List<Shown> shown = shown(table.columns());
    return new ReaderTable(
        words(table.name()),
        shown.stream().map(column -> words(column.name)).toList(),
        table.rows().stream().map(row -> texts(shown, row)).toList());
  }

  /// A column of readers, made of one, two or three columns of programs.
  private record Shown(String name, int first, int columns) {
    String text(List<Cell> row) {
      CellWords words = CellWords.ofColumn(name);
      if (columns == 1) {
        return words.of(row.get(first));
      }
      return columns > 2 && row.get(first + 2) instanceof Cell.Text(String told)
          ? told
          : words.range(row.get(first), row.get(first + 1));
    }
  }

  private static List<Shown> shown(List<Column> columns) {
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += shown.getLast().columns) {
      String name = columns.get(i).name();
      if (i + 1 < columns.size() && isRange(columns.get(i), columns.get(i + 1))) {
        String stem = name.substring(0, name.length() - LOW.length());
        boolean hasWords = i + 2 < columns.size() && columns.get(i + 2).name().equals(stem + WORDS);
        shown.add(new Shown(stem, i, hasWords ? 3 : 2));
      } else {
        shown.add(new Shown(name, i, 1));
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
