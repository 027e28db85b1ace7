package org.plimsoll.venue;

import java.util.Arrays;

/// The numbers that almost every command reads of an account, side by side in one row, so that a
/// command of an account that the processor has forgotten waits for main memory once or twice and
/// not for each of a dozen tables. What a number means and when it changes is the business of the
/// class that has the column.
final class AccountRows {
  /// Of [OpenOrders]: how many orders rest, and of which assets they may bring or take any.
  static final int OPEN_ORDERS = 0;

  static final int ORDER_ASSETS = 1;

  /// Of [LeverageTable]: what the account has chosen.
  static final int LEVERAGE = 2;

  /// Of [Liquidations]: the stage.
  static final int STAGE = 3;

  /// Of [Exposures]: the futures markets.
  static final int EXPOSURES = 4;

  /// Of [SpotWorth]: two sums, which assets are stale, and how new the others are.
  static final int HOLDINGS = 5;

  static final int DEBTS = 6;
  static final int STALE = 7;
  static final int VERSION = 8;

  /// Of [Owners].
  static final int OWNER = 9;

  /// Of [FeeTable]: what an owner pays as maker and as taker.
  static final int MAKER_FEE = 10;

  static final int TAKER_FEE = 11;

  private static final int COLUMNS = 12;
  private static final int ROWS_AT_FIRST = 16;

  private long[] cells = new long[ROWS_AT_FIRST * COLUMNS];
  private int accounts;

  /// Opens the row of the next account, with 0 in every column.
  void openAccount() {
    accounts++;
    if (accounts * COLUMNS > cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
  }

  /// Returns how many accounts there are.
  int count() {
    return accounts;
  }

  long get(int account, int column) {
    return cells[account * COLUMNS + column];
  }

  void set(int account, int column, long value) {
    cells[account * COLUMNS + column] = value;
  }

  void add(int account, int column, long change) {
    cells[account * COLUMNS + column] += change;
  }
}
