package org.plimsoll.venue;

/// How large a venue may grow. Everything in it is bounded, and each bound has its name here.
///
/// @param assetsMax assets, at most 64, so that an account's collateral always fits 64 bits
/// @param accountsMax accounts; times `assetsMax` at most 2^28
/// @param custodyMax custody locations
/// @param marketsMax markets
/// @param clientsMax client numbers, which run from 0
/// @param ordersPerAccountMax resting orders of one account over all markets
/// @param stepsPerCommandMax steps of due work that one command does at most
public record Limits(
    int assetsMax,
    int accountsMax,
    int custodyMax,
    int marketsMax,
    int clientsMax,
    int ordersPerAccountMax,
    int stepsPerCommandMax) {
  /// The largest balance bound of an asset, in its smallest unit.
  public static final long BALANCE_MAX = 1_000_000_000_000_000_000L;

  /// The largest value that one balance may reach, in the smallest unit of account: with 6
  /// decimals, 50 billion. Sixty-four debts of this value with a requirement of the same again
  /// still fit 64 bits (docs/explanation/no-overflow.md).
  public static final long VALUE_MAX = 50_000_000_000_000_000L;

  /// The most that one custody location may hold of an asset, in its smallest unit.
  public static final long CUSTODY_MAX = 1L << 62;

  /// The largest value of a futures position at the highest price that its market allows, in the
  /// smallest unit of account: with 6 decimals, 10 billion.
  public static final long POSITION_VALUE_MAX = 10_000_000_000_000_000L;

  /// The most that a futures position may have cost or earned by trades before it is settled, in
  /// the smallest unit of account, for its owner to place another order.
  public static final long POSITION_COST_MAX = 2 * POSITION_VALUE_MAX;

  /// The most futures markets.
  public static final int FUTURES_MAX = 64;

  /// The last instant that the clock can show, the end of the year 2199, so that what falls due
  /// after it still has a time.
  public static final long TIME_MAX_NS = 7_258_118_400_000_000_000L - 1;

  /// The most that accounts may owe of an asset in all, with their resting orders filled, and the
  /// most that they may offer to lend of it, in its smallest unit.
  public static final long LENDING_MAX = 1L << 62;

  /// The most that the venue's own ledger account for a purpose may come to, either way, by
  /// interest, in an asset's smallest unit.
  public static final long OWN_MAX = 1L << 62;

  /// The highest least rate of an offer to lend, in billionths for each hour: 1 %. Where offers run
  /// short the dearest one decides what everybody pays, so it must not be anything.
  public static final long LENDING_RATE_MAX_E9 = 10_000_000;

  /// The largest credit line, in the smallest unit of account. It is above [#VALUE_MAX], since
  /// lines of 65 billion have been granted: a line is no balance, and is only ever compared with
  /// what collateral lacks.
  public static final long CREDIT_LINE_MAX = 1_000_000_000_000_000_000L;

  /// The most withdrawals of one account that wait at a time, over all assets.
  public static final int WITHDRAWALS_PER_ACCOUNT_MAX = 10;

  /// The most open quotes of one counterparty.
  public static final int QUOTES_PER_COUNTERPARTY_MAX = 100;

  /// The most withdrawals of an asset that a queue may be told to send in a minute.
  public static final int WITHDRAWALS_PER_MINUTE_MAX = 1_000;

  /// The most decimals of an asset.
  public static final int DECIMALS_MAX = 9;

  /// Bounds for a venue of some thousand accounts.
  public static final Limits DEFAULT =
      new Limits(64, 1_000_000, 256, 1_024, 65_536, 1_000, 100_000);

  private static final int ASSETS_MAX = 64;

  /// The most accounts times assets: what is kept of each is in one array, some numbers a piece.
  private static final int BALANCES_MAX = 1 << 28;

  public Limits {
    requireWithin("assetsMax", assetsMax, ASSETS_MAX);
    requireWithin("accountsMax", accountsMax, 1 << 24);
    requireWithin("custodyMax", custodyMax, 1 << 16);
    requireWithin("marketsMax", marketsMax, 1 << 16);
    requireWithin("clientsMax", clientsMax, 1 << 24);
    requireWithin("ordersPerAccountMax", ordersPerAccountMax, 1 << 24);
    requireWithin("stepsPerCommandMax", stepsPerCommandMax, 1 << 24);
    if ((long) accountsMax * assetsMax > BALANCES_MAX) {
      throw new IllegalArgumentException(
          accountsMax + " accounts of " + assetsMax + " assets are more than " + BALANCES_MAX);
    }
  }

  private static void requireWithin(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " " + value + " is not within 1 to " + max);
    }
  }
}
