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

  private int accounts;
  private long[] lots = new long[ACCOUNTS_AT_FIRST];
  private long[] cost = new long[ACCOUNTS_AT_FIRST];
  private long[] buyLots = new long[ACCOUNTS_AT_FIRST];
  private long[] sellLots = new long[ACCOUNTS_AT_FIRST];
  private long[] buyTickLots = new long[ACCOUNTS_AT_FIRST];
  private long[] sellTickLots = new long[ACCOUNTS_AT_FIRST];

  /// Returns how many accounts there are positions of, from account 0 on.
  int accounts() {
    return accounts;
  }

  /// Makes room for an account.
  void reach(int account) {
    if (account >= lots.length) {
      int capacity = Math.max(account + 1, lots.length * 2);
      lots = Arrays.copyOf(lots, capacity);
      cost = Arrays.copyOf(cost, capacity);
      buyLots = Arrays.copyOf(buyLots, capacity);
      sellLots = Arrays.copyOf(sellLots, capacity);
      buyTickLots = Arrays.copyOf(buyTickLots, capacity);
      sellTickLots = Arrays.copyOf(sellTickLots, capacity);
    }
    accounts = Math.max(accounts, account + 1);
  }

  /// Returns the signed position: negative is short.
  long lots(int account) {
    return account < accounts ? lots[account] : 0;
  }

  /// Returns what the position has cost since it was last settled, in the smallest unit of account.
  long cost(int account) {
    return account < accounts ? cost[account] : 0;
  }

  /// Returns the lots of the account's resting orders of one side.
  long restingLots(int account, Side side) {
    if (account >= accounts) {
      return 0;
    }
    return side == Side.BUY ? buyLots[account] : sellLots[account];
  }

  /// Returns the sum of counted price in ticks times lots over the resting orders of one side.
  long restingTickLots(int account, Side side) {
    if (account >= accounts) {
      return 0;
    }
    return side == Side.BUY ? buyTickLots[account] : sellTickLots[account];
  }

  void trade(int account, long signedLots, long signedCost) {
    lots[account] += signedLots;
    cost[account] += signedCost;
  }

  void settle(int account, long amount) {
    cost[account] += amount;
  }

  void rest(int account, Side side, long restLots) {
    (side == Side.BUY ? buyLots : sellLots)[account] += restLots;
  }

  void count(int account, Side side, long tickLots) {
    (side == Side.BUY ? buyTickLots : sellTickLots)[account] += tickLots;
  }

  /// Adds the positions; what rests follows from the orders that rest.
  void writeTo(StateSink sink) {
    sink.add(accounts);
    sink.addSparse(lots, accounts);
    sink.addSparse(cost, accounts);
  }

  /// Reads the positions; what rests is rested again one by one.
  void readFrom(StateSource source, int accountsMax) {
    int count = source.within(0, accountsMax);
    if (count > 0) {
      reach(count - 1);
    }
    source.sparse(lots, count);
    source.sparse(cost, count);
  }
}
