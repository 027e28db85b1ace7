package org.plimsoll.results;

import java.util.List;

/// Results in rows and typed columns. The order of both is part of the value.
///
/// @param name what the rows are, lower case; also the name of its file
/// @param columns at least one
/// @param rows each with one cell per column
public record Table(String name, List<Column> columns, List<List<Cell>> rows) {
  /// Checks every row against the columns and takes a copy.
  ///
  /// @throws IllegalArgumentException if a row has another number of cells than there are columns,
  ///   or a cell is not of its column's kind
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      check(name, columns, row);
    }
  }

  private static void check(String name, List<Column> columns, List<Cell> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "table " + name + " has " + columns.size() + " columns, a row has " + row.size());
    }
    for (int i = 0; i < row.size(); i++) {
      if (!columns.get(i).accepts(row.get(i))) {
        throw new IllegalArgumentException(
            "column " + columns.get(i) + " of table " + name + " cannot hold " + row.get(i));
      }
    }
  }
}
