package org.plimsoll.venue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.FreeCollateral;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.units.Side;

/// What the balances of each account add to its free collateral, asset by asset and in all, kept so
/// that a question counts anew only what has changed: balances that have moved, assets whose mark
/// or terms have, and what orders would change.
///
/// Nothing here is part of the state's fingerprint: all of it follows from balances, marks and
/// terms, and the law that compares this venue with its slow twin holds it to that.
final class SpotWorth {
  private static final int ROWS_AT_FIRST = 16;
  private static final int PORTFOLIOS = 4;
  private static final int BUYS_FILL = 1;
  private static final int SELLS_FILL = 2;
  private static final int ALL = -1;

  private final VenueState state;
  private final FreeCollateral freeCollateral;
  private final AccountRows rows;
  private final int assetsMax;

  /// What each asset adds, by account, then by asset.
  private long[] kept;

  private long maskVersion = ALL;
  private long sharedAssets;
  private final long[] holdings = new long[PORTFOLIOS];
  private final long[] debts = new long[PORTFOLIOS];
  private final long[] quantities = new long[PORTFOLIOS];
  private final long[] worths = new long[PORTFOLIOS];

  SpotWorth(VenueState state) {
    this.state = state;
    this.rows = state.rows;
    this.freeCollateral = new FreeCollateral(state.assets);
    this.assetsMax = state.limits.assetsMax();
    this.kept = new long[ROWS_AT_FIRST * assetsMax];
  }

  void openAccount(int account) {
    rows.set(account, AccountRows.VERSION, ALL);
    if (cell(account + 1, 0) > kept.length) {
      kept = Arrays.copyOf(kept, kept.length * 2);
    }
  }

  /// Notes that a balance has moved.
  void touch(int account, int asset) {
    rows.set(account, AccountRows.STALE, rows.get(account, AccountRows.STALE) | 1L << asset);
  }

  /// Returns whether sums that are kept answer what is asked: where only offers are lent, what an
  /// account offers is no collateral either.
  boolean isKept() {
    return state.custodyPolicy() != CustodyPolicy.OPT_IN;
  }

  /// Returns the least free collateral over the four portfolios of [MarginGate].
  ///
  /// @param side with whose orders what rests of the exchange fills; null if nothing rests
  long least(int account, @Nullable Side side, @Nullable Exchange exchange) {
    refresh(account);
    long changed = state.openOrders.assetsOf(account) | sharedAssets();
    if (exchange != null) {
      changed |= (1L << exchange.paid()) | (1L << exchange.received());
    }
    if (changed == 0) {
      return rows.get(account, AccountRows.HOLDINGS) - rows.get(account, AccountRows.DEBTS);
    }
    begin(account, changed);
    for (long left = changed; left != 0; left &= left - 1) {
      change(account, Long.numberOfTrailingZeros(left), side, exchange);
    }
    long least = Long.MAX_VALUE;
    for (int portfolio = 0; portfolio < PORTFOLIOS; portfolio++) {
      least = Math.min(least, holdings[portfolio] - debts[portfolio]);
    }
    return least;
  }

  /// Begins every portfolio with what stays as it is.
  private void begin(int account, long changed) {
    long holding = rows.get(account, AccountRows.HOLDINGS);
    long debt = rows.get(account, AccountRows.DEBTS);
    for (long left = changed; left != 0; left &= left - 1) {
      long worth = kept[cell(account, Long.numberOfTrailingZeros(left))];
      holding -= Math.max(0, worth);
      debt -= Math.max(0, -worth);
    }
    Arrays.fill(holdings, holding);
    Arrays.fill(debts, debt);
  }

  /// Adds what an asset adds to each portfolio.
  private void change(int account, int asset, @Nullable Side side, @Nullable Exchange exchange) {
    long balance = state.ledger.customerBalance(account, asset);
    boolean isShared = ((sharedAssets >>> asset) & 1) != 0;
    long buys = state.openOrders.countedChange(account, Side.BUY, asset);
    long sells = state.openOrders.countedChange(account, Side.SELL, asset);
    for (int portfolio = 0; portfolio < PORTFOLIOS; portfolio++) {
      boolean buysFill = (portfolio & BUYS_FILL) != 0;
      boolean sellsFill = (portfolio & SELLS_FILL) != 0;
      long quantity = balance + (buysFill ? buys : 0) + (sellsFill ? sells : 0);
      if (exchange != null) {
        boolean isRestFilled = side == Side.BUY ? buysFill : side == Side.SELL && sellsFill;
        quantity += exchange.countedChange(asset, isRestFilled);
      }
      quantities[portfolio] = quantity;
      long worth =
          quantity == balance && !isShared
              ? kept[cell(account, asset)]
              : worthOnce(asset, balance, portfolio);
      worths[portfolio] = worth;
      holdings[portfolio] += Math.max(0, worth);
      debts[portfolio] = FreeCollateral.sumOrMax(debts[portfolio], Math.max(0, -worth));
    }
  }

  /// Returns what a portfolio's quantity adds, or what an earlier one's did that is the same: most
  /// accounts have orders of one side only.
  private long worthOnce(int asset, long balance, int portfolio) {
    for (int earlier = 0; earlier < portfolio; earlier++) {
      if (quantities[earlier] == quantities[portfolio]) {
        return worths[earlier];
      }
    }
    return worth(asset, balance, quantities[portfolio]);
  }

  private long worth(int asset, long balance, long quantity) {
    long coming = Math.max(0, Math.max(0, quantity) - Math.max(0, balance));
    return freeCollateral.worth(asset, quantity, coming);
  }

  /// Counts anew what has moved since the account was last asked about.
  private void refresh(int account) {
    long stale = rows.get(account, AccountRows.STALE);
    long version = rows.get(account, AccountRows.VERSION);
    if (version != state.assets.version()) {
      stale |= changedSince(version);
      rows.set(account, AccountRows.VERSION, state.assets.version());
    }
    rows.set(account, AccountRows.STALE, 0);
    for (long left = stale; left != 0; left &= left - 1) {
      int asset = Long.numberOfTrailingZeros(left);
      if (asset >= state.assets.assetCount()) {
        break;
      }
      long balance = state.ledger.customerBalance(account, asset);
      keep(account, asset, worth(asset, balance, balance));
    }
  }

  private void keep(int account, int asset, long worth) {
    int cell = cell(account, asset);
    long before = kept[cell];
    kept[cell] = worth;
    rows.add(account, AccountRows.HOLDINGS, Math.max(0, worth) - Math.max(0, before));
    rows.add(account, AccountRows.DEBTS, Math.max(0, -worth) - Math.max(0, -before));
  }

  private long changedSince(long version) {
    long changed = 0;
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      changed |= state.assets.version(asset) > version ? 1L << asset : 0;
    }
    return changed;
  }

  /// Returns the assets of which all accounts together count for so much and no more: what one
  /// holding adds depends on all others there.
  private long sharedAssets() {
    if (maskVersion != state.assets.version()) {
      maskVersion = state.assets.version();
      sharedAssets = 0;
      for (int asset = 0; asset < state.assets.assetCount(); asset++) {
        boolean isShared = state.assets.caps(asset).venueMax() != Long.MAX_VALUE;
        sharedAssets |= isShared ? 1L << asset : 0;
      }
    }
    return sharedAssets;
  }

  private int cell(int account, int asset) {
    return account * assetsMax + asset;
  }
}
