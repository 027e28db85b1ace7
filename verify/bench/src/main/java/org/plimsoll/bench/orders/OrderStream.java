package org.plimsoll.bench.orders;

import java.util.Arrays;

/// Recorded commands to one order book: first those that fill it, then those that are timed.
///
/// An order keeps its number in the stream when it is moved, whatever an engine calls it. Buyers
/// have even accounts and sellers odd ones, so that nobody ever trades with himself: not every peer
/// has a rule for that.
public final class OrderStream {
  /// A limit order that rests until it is canceled.
  public static final byte PLACE = 0;

  /// A limit order whose rest is canceled.
  public static final byte IMMEDIATE = 1;

  /// An order is canceled.
  public static final byte CANCEL = 2;

  /// An order is amended to a smaller quantity at its price, and goes to the end of the queue.
  public static final byte REDUCE = 3;

  /// An order is amended to another price.
  public static final byte MOVE = 4;

  private byte[] kinds = new byte[16];
  private int[] orders = new int[16];
  private int[] accounts = new int[16];
  private boolean[] buys = new boolean[16];
  private long[] prices = new long[16];
  private long[] sizes = new long[16];
  private long[] lefts = new long[16];
  private int count;
  private int prefill;

  void add(byte kind, int order, int account, boolean buys, long priceTicks, long lots, long left) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    orders[count] = order;
    accounts[count] = account;
    this.buys[count] = buys;
    prices[count] = priceTicks;
    sizes[count] = lots;
    lefts[count++] = left;
  }

  /// Ends what fills the book: what comes from now on is timed.
  void endPrefill() {
    prefill = count;
  }

  /// Returns how many commands there are.
  public int count() {
    return count;
  }

  /// Returns how many of them fill the book and are not timed.
  public int prefill() {
    return prefill;
  }

  /// Returns what a command asks.
  public byte kind(int i) {
    return kinds[i];
  }

  /// Returns the order's number in the stream, from 1.
  public int order(int i) {
    return orders[i];
  }

  /// Returns the account of the order.
  public int account(int i) {
    return accounts[i];
  }

  /// Returns whether the order buys.
  public boolean buys(int i) {
    return buys[i];
  }

  /// Returns the price in ticks of the order, or of what it is moved to.
  public long price(int i) {
    return prices[i];
  }

  /// Returns the lots of a new order, or by how many it is reduced.
  public long size(int i) {
    return sizes[i];
  }

  /// Returns the lots that a reduced order is left with; of others it says nothing.
  public long left(int i) {
    return lefts[i];
  }

  private void grow() {
    int capacity = count * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    orders = Arrays.copyOf(orders, capacity);
    accounts = Arrays.copyOf(accounts, capacity);
    buys = Arrays.copyOf(buys, capacity);
    prices = Arrays.copyOf(prices, capacity);
    sizes = Arrays.copyOf(sizes, capacity);
    lefts = Arrays.copyOf(lefts, capacity);
  }
}
