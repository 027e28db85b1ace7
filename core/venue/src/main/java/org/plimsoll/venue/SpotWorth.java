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

  // The row of an account: two sums, which assets are stale, how new the others are, then what each
  // asset adds. All that most questions need lies at its beginning.
  private static final int HOLDINGS = 0;
  private static final int DEBTS = 1;
  private static final int STALE = 2;
  private static final int VERSION = 3;
  private static final int WORTHS = 4;
  private static final int ALL = -1;

  private final VenueState state;
  private final FreeCollateral freeCollateral;
  private final int stride;
  private long[] rows;
  private long maskVersion = ALL;
  private long sharedAssets;
  private final long[] holdings = new long[PORTFOLIOS];
  private final long[] debts = new long[PORTFOLIOS];
  private final long[] quantities = new long[PORTFOLIOS];
  private final long[] worths = new long[PORTFOLIOS];

  SpotWorth(VenueState state) {
    this.state = state;
    this.freeCollateral = new FreeCollateral(state.assets);
    this.stride = WORTHS + state.limits.assetsMax();
    this.rows = new long[0];
    reach(ROWS_AT_FIRST - 1);
  }

  /// Notes that a balance has moved.
  void touch(int account, int asset) {
    reach(account);
    rows[account * stride + STALE] |= 1L << asset;
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
    reach(account);
    int row = account * stride;
    refresh(account, row);
    long changed = state.openOrders.assetsOf(account) | sharedAssets();
    if (exchange != null) {
      changed |= (1L << exchange.paid()) | (1L << exchange.received());
    }
    if (changed == 0) {
      return rows[row + HOLDINGS] - rows[row + DEBTS];
    }
    begin(row, changed);
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
  private void begin(int row, long changed) {
    long holding = rows[row + HOLDINGS];
    long debt = rows[row + DEBTS];
    for (long left = changed; left != 0; left &= left - 1) {
      long kept = rows[row + WORTHS + Long.numberOfTrailingZeros(left)];
      holding -= Math.max(0, kept);
      debt -= Math.max(0, -kept);
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
              ? rows[account * stride + WORTHS + asset]
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
  private void refresh(int account, int row) {
    long stale = rows[row + STALE];
    if (rows[row + VERSION] != state.assets.version()) {
      stale |= changedSince(rows[row + VERSION]);
      rows[row + VERSION] = state.assets.version();
    }
    rows[row + STALE] = 0;
    for (long left = stale; left != 0; left &= left - 1) {
      int asset = Long.numberOfTrailingZeros(left);
      if (asset >= state.assets.assetCount()) {
        break;
      }
      long balance = state.ledger.customerBalance(account, asset);
      keep(row, asset, worth(asset, balance, balance));
    }
  }

  private void keep(int row, int asset, long worth) {
    long before = rows[row + WORTHS + asset];
    rows[row + WORTHS + asset] = worth;
    rows[row + HOLDINGS] += Math.max(0, worth) - Math.max(0, before);
    rows[row + DEBTS] += Math.max(0, -worth) - Math.max(0, -before);
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

  private void reach(int account) {
    int before = rows.length / stride;
    if (account >= before) {
      int count = Math.max(account + 1, before * 2);
      rows = Arrays.copyOf(rows, count * stride);
      for (int row = before; row < count; row++) {
        rows[row * stride + VERSION] = ALL;
      }
    }
  }
}
