package org.plimsoll.ledger;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Balances in one flat array, a row for each ledger account and a column for each asset, so that
/// one account's balances lie side by side in memory.
final class BalanceTable {
  private static final int ROWS_AT_FIRST = 16;

  private final int columns;
  private long[] cells;
  private int rows;

  BalanceTable(int columns) {
    this.columns = columns;
    this.cells = new long[ROWS_AT_FIRST * columns];
  }

  void addRow() {
    rows++;
    if (rows * columns > cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
  }

  long get(int row, int column) {
    return cells[row * columns + column];
  }

  long add(int row, int column, long change) {
    int cell = row * columns + column;
    cells[cell] = Math.addExact(cells[cell], change);
    return cells[cell];
  }

  /// Adds the balances, without how many rows there are.
  void writeTo(StateSink sink) {
    sink.addSparse(cells, rows * columns);
  }

  /// Reads the balances of as many rows as there are.
  void readFrom(StateSource source, long low, long high) {
    source.sparse(cells, rows * columns);
    for (int i = 0; i < rows * columns; i++) {
      source.require(cells[i] >= low && cells[i] <= high, "a balance is of its kind");
    }
  }

  int rows() {
    return rows;
  }

  long sum(int column) {
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += get(row, column);
    }
    return sum;
  }
}
