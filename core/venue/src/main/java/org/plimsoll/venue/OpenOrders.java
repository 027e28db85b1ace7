package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.Side;

/// What the resting orders of each account would bring and take if they filled, by asset, kept as
/// orders come, trade and go.
///
/// Of the quote asset there are two counts: what an order would really bring or take, which bounds
/// balances, and what margin counts, which is never better than the mark ([SpotMarket]).
///
/// All of it follows from what rests, so none of it is written.
final class OpenOrders {
  private static final int ROWS_AT_FIRST = 16;

  // What is kept of one asset of one account lies side by side.
  private static final int NUMBERS = 6;
  private static final int BUYS_BRING = 0;
  private static final int BUYS_TAKE = 1;
  private static final int SELLS_BRING = 2;
  private static final int SELLS_TAKE = 3;
  private static final int BUYS_COST = 4;
  private static final int SELLS_YIELD = 5;

  private final int assetsMax;
  private final PossibleDebts possibleDebts;
  private final AccountRows rows;
  private int accounts;
  private long[] numbers;

  OpenOrders(int assetsMax, PossibleDebts possibleDebts, AccountRows rows) {
    this.rows = rows;
    this.assetsMax = assetsMax;
    this.possibleDebts = possibleDebts;
    this.numbers = new long[ROWS_AT_FIRST * assetsMax * NUMBERS];
  }

  void openAccount() {
    accounts++;
    if (cell(accounts, 0) > numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
  }

  int count(int account) {
    return (int) rows.get(account, AccountRows.OPEN_ORDERS);
  }

  void countIn(int account) {
    rows.add(account, AccountRows.OPEN_ORDERS, 1);
  }

  void countOut(int account) {
    rows.add(account, AccountRows.OPEN_ORDERS, -1);
  }

  /// Adds what filling a quantity of an order would bring and take; negative amounts release it.
  void add(int account, Side side, int base, long baseAmount, int quote, long quoteAmount) {
    int ofBase = cell(account, base);
    int ofQuote = cell(account, quote);
    rows.set(account, AccountRows.ORDER_ASSETS, assetsOf(account) | (1L << base) | (1L << quote));
    if (side == Side.BUY) {
      numbers[ofBase + BUYS_BRING] += baseAmount;
      numbers[ofQuote + BUYS_TAKE] += quoteAmount;
      possibleDebts.add(account, quote, -quoteAmount);
    } else {
      numbers[ofBase + SELLS_TAKE] += baseAmount;
      numbers[ofQuote + SELLS_BRING] += quoteAmount;
      possibleDebts.add(account, base, -baseAmount);
    }
  }

  /// Adds what margin counts of the quote asset; negative amounts release it.
  void addCounted(int account, Side side, int quote, long amount) {
    numbers[cell(account, quote) + (side == Side.BUY ? BUYS_COST : SELLS_YIELD)] += amount;
  }

  /// Returns the change of a balance that margin counts if every resting order of one side filled.
  long countedChange(int account, Side side, int asset) {
    int cell = cell(account, asset);
    return side == Side.BUY
        ? numbers[cell + BUYS_BRING] - numbers[cell + BUYS_COST]
        : numbers[cell + SELLS_YIELD] - numbers[cell + SELLS_TAKE];
  }

  /// Returns the most that resting orders could bring of an asset.
  long brings(int account, int asset) {
    int cell = cell(account, asset);
    return numbers[cell + BUYS_BRING] + numbers[cell + SELLS_BRING];
  }

  /// Returns the most that resting orders could take of an asset.
  long takes(int account, int asset) {
    int cell = cell(account, asset);
    return numbers[cell + BUYS_TAKE] + numbers[cell + SELLS_TAKE];
  }

  /// Returns, as a bit for each, the assets that orders of the account may bring or take; those of
  /// other assets certainly do not.
  long assetsOf(int account) {
    return rows.get(account, AccountRows.ORDER_ASSETS);
  }

  private int cell(int account, int asset) {
    return (account * assetsMax + asset) * NUMBERS;
  }
}
