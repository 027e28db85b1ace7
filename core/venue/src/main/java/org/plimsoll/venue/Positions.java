package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The positions in one futures market, by account: what is held, what it has cost since it was
/// last settled, and what rests of the account's orders. Arrays reach as far as the highest account
/// that ever had an order here.
final class Positions {
  private static final int ACCOUNTS_AT_FIRST = 16;

  // What is held and what rests of an account, side by side.
  private static final int NUMBERS = 6;
  private static final int LOTS = 0;
  private static final int COST = 1;
  private static final int BUY_LOTS = 2;
  private static final int SELL_LOTS = 3;
  private static final int BUY_LOSS = 4;
  private static final int SELL_LOSS = 5;

  private final Exposures exposures;
  private final int place;
  private int accounts;
  private long[] rows = new long[ACCOUNTS_AT_FIRST * NUMBERS];

  /// Creates positions that nobody has yet.
  ///
  /// @param exposures told of every account that may have one
  /// @param place of the market among the futures markets
  Positions(Exposures exposures, int place) {
    this.exposures = exposures;
    this.place = place;
  }

  /// Returns how many accounts there are positions of, from account 0 on.
  int accounts() {
    return accounts;
  }

  /// Makes room for an account.
  void reach(int account) {
    int end = (account + 1) * NUMBERS;
    if (end > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(end, rows.length * 2));
    }
    accounts = Math.max(accounts, account + 1);
  }

  /// Returns the signed position: negative is short.
  long lots(int account) {
    return account < accounts ? rows[account * NUMBERS + LOTS] : 0;
  }

  /// Returns what the position has cost since it was last settled, in the smallest unit of account.
  long cost(int account) {
    return account < accounts ? rows[account * NUMBERS + COST] : 0;
  }

  /// Returns the lots of the account's resting orders of one side.
  long restingLots(int account, Side side) {
    if (account >= accounts) {
      return 0;
    }
    return rows[account * NUMBERS + (side == Side.BUY ? BUY_LOTS : SELL_LOTS)];
  }

  /// Returns what the account's resting orders would lose at the mark if all of them filled, in
  /// ticks times lots. None is counted better than the mark, so none makes up for another.
  long restingLoss(int account) {
    int row = account * NUMBERS;
    return account < accounts ? rows[row + BUY_LOSS] + rows[row + SELL_LOSS] : 0;
  }

  /// Returns whether the account has lots, a cost or resting orders, with so much more of both.
  boolean isThere(int account, long moreLots, long moreCost) {
    return lots(account) + moreLots != 0
        || cost(account) + moreCost != 0
        || restingLots(account, Side.BUY) != 0
        || restingLots(account, Side.SELL) != 0;
  }

  void trade(int account, long signedLots, long signedCost) {
    rows[account * NUMBERS + LOTS] += signedLots;
    rows[account * NUMBERS + COST] += signedCost;
    exposures.set(account, place);
  }

  void settle(int account, long amount) {
    rows[account * NUMBERS + COST] += amount;
    exposures.set(account, place);
  }

  void rest(int account, Side side, long restLots) {
    rows[account * NUMBERS + (side == Side.BUY ? BUY_LOTS : SELL_LOTS)] += restLots;
    exposures.set(account, place);
  }

  /// Adds what a quantity of a resting order would lose at the mark, in ticks times lots; a
  /// negative number takes it out.
  void countLoss(int account, Side side, long tickLots) {
    rows[account * NUMBERS + (side == Side.BUY ? BUY_LOSS : SELL_LOSS)] += tickLots;
  }

  /// Adds the positions; what rests follows from the orders that rest.
  void writeTo(StateSink sink) {
    sink.add(accounts);
    sink.addSparse(column(LOTS), accounts);
    sink.addSparse(column(COST), accounts);
  }

  /// Reads the positions; what rests is rested again one by one.
  void readFrom(StateSource source, int accountsMax) {
    int count = source.within(0, accountsMax);
    if (count > 0) {
      reach(count - 1);
    }
    read(source, LOTS, count);
    read(source, COST, count);
  }

  private long[] column(int number) {
    long[] column = new long[accounts];
    Arrays.setAll(column, account -> rows[account * NUMBERS + number]);
    return column;
  }

  private void read(StateSource source, int number, int count) {
    long[] column = new long[count];
    source.sparse(column, count);
    for (int account = 0; account < count; account++) {
      rows[account * NUMBERS + number] = column[account];
    }
  }
}
