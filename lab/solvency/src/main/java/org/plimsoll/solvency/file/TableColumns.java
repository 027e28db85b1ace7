package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;

/// The columns of a table, as its first line names them.
///
/// A column is named after the key of an entry, or after a key and an asset where a key holds
/// quantities by asset: `owner`, `balances.USD`. An empty cell says nothing, as a key that is left
/// out does. A range is `low..high`; either end may be left out.
final class TableColumns {
  private final List<TableColumn> columns;
  private final SortedMap<String, List<Integer>> baskets = new TreeMap<>();

  private TableColumns(List<TableColumn> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      String basket = columns.get(i).basket();
      if (!basket.isEmpty()) {
        baskets.computeIfAbsent(basket, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /// Returns the columns that a table's first line names; nothing if it names what no entry of the
  /// section has, or leaves out what every entry needs, each of which is added to the problems.
  static Optional<TableColumns> of(List<Tree.Scalar> line, String section, BookReading reading) {
    Problems problems = reading.problems();
    int before = problems.count();
    TableSchema schema = TableSchema.of(section);
    Names names = new Names("column");
    List<TableColumn> columns = new ArrayList<>();
    for (Tree.Scalar cell : line) {
      names.declare(cell.text(), cell.place(), problems);
      schema.column(cell, reading).ifPresent(columns::add);
    }
    schema.requireNeeded(columns, line.getFirst().place(), problems);
    return problems.count() == before ? Optional.of(new TableColumns(columns)) : Optional.empty();
  }

  int count() {
    return columns.size();
  }

  /// Returns whether the schema is sure to find nothing wrong with a row.
  boolean isPlainlyValid(List<Tree.Scalar> cells) {
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isPlainlyValid(cells.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /// Returns the entry that a row stands for.
  Tree entry(List<Tree.Scalar> cells) {
    List<Tree.Entry> entries = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).basket().isEmpty()) {
        addEntry(i, cells, entries);
      }
    }
    for (Map.Entry<String, List<Integer>> basket : baskets.entrySet()) {
      List<Tree.Entry> quantities = new ArrayList<>(basket.getValue().size());
      basket.getValue().forEach(i -> addEntry(i, cells, quantities));
      if (!quantities.isEmpty()) {
        Place place = quantities.getFirst().place();
        entries.add(new Tree.Entry(basket.getKey(), place, new Tree.Mapping(quantities, place)));
      }
    }
    return new Tree.Mapping(entries, cells.getFirst().place());
  }

  private void addEntry(int index, List<Tree.Scalar> cells, List<Tree.Entry> entries) {
    Tree.Scalar cell = cells.get(index);
    if (!cell.text().isEmpty()) {
      TableColumn column = columns.get(index);
      entries.add(new Tree.Entry(column.key(), cell.place(), column.value(cell)));
    }
  }
}
