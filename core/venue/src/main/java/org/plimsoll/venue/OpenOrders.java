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

  private final int assetsMax;
  private final PossibleDebts possibleDebts;
  private int accounts;
  private int[] counts = new int[ROWS_AT_FIRST];
  private long[] buysBring;
  private long[] buysTake;
  private long[] sellsBring;
  private long[] sellsTake;
  private long[] buysCost;
  private long[] sellsYield;

  OpenOrders(int assetsMax, PossibleDebts possibleDebts) {
    this.assetsMax = assetsMax;
    this.possibleDebts = possibleDebts;
    buysBring = new long[ROWS_AT_FIRST * assetsMax];
    buysTake = new long[ROWS_AT_FIRST * assetsMax];
    sellsBring = new long[ROWS_AT_FIRST * assetsMax];
    sellsTake = new long[ROWS_AT_FIRST * assetsMax];
    buysCost = new long[ROWS_AT_FIRST * assetsMax];
    sellsYield = new long[ROWS_AT_FIRST * assetsMax];
  }

  void openAccount() {
    accounts++;
    if (accounts > counts.length) {
      int rows = counts.length * 2;
      counts = Arrays.copyOf(counts, rows);
      buysBring = Arrays.copyOf(buysBring, rows * assetsMax);
      buysTake = Arrays.copyOf(buysTake, rows * assetsMax);
      sellsBring = Arrays.copyOf(sellsBring, rows * assetsMax);
      sellsTake = Arrays.copyOf(sellsTake, rows * assetsMax);
      buysCost = Arrays.copyOf(buysCost, rows * assetsMax);
      sellsYield = Arrays.copyOf(sellsYield, rows * assetsMax);
    }
  }

  int count(int account) {
    return counts[account];
  }

  void countIn(int account) {
    counts[account]++;
  }

  void countOut(int account) {
    counts[account]--;
  }

  /// Adds what filling a quantity of an order would bring and take; negative amounts release it.
  void add(int account, Side side, int base, long baseAmount, int quote, long quoteAmount) {
    if (side == Side.BUY) {
      buysBring[cell(account, base)] += baseAmount;
      buysTake[cell(account, quote)] += quoteAmount;
      possibleDebts.add(account, quote, -quoteAmount);
    } else {
      sellsTake[cell(account, base)] += baseAmount;
      sellsBring[cell(account, quote)] += quoteAmount;
      possibleDebts.add(account, base, -baseAmount);
    }
  }

  /// Adds what margin counts of the quote asset; negative amounts release it.
  void addCounted(int account, Side side, int quote, long amount) {
    long[] counted = side == Side.BUY ? buysCost : sellsYield;
    counted[cell(account, quote)] += amount;
  }

  /// Returns the change of a balance that margin counts if every resting order of one side filled.
  long countedChange(int account, Side side, int asset) {
    int cell = cell(account, asset);
    return side == Side.BUY ? buysBring[cell] - buysCost[cell] : sellsYield[cell] - sellsTake[cell];
  }

  /// Returns the most that resting orders could bring of an asset.
  long brings(int account, int asset) {
    int cell = cell(account, asset);
    return buysBring[cell] + sellsBring[cell];
  }

  /// Returns the most that resting orders could take of an asset.
  long takes(int account, int asset) {
    int cell = cell(account, asset);
    return buysTake[cell] + sellsTake[cell];
  }

  private int cell(int account, int asset) {
    return account * assetsMax + asset;
  }
}
