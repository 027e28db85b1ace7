package org.plimsoll.venue;

import org.plimsoll.units.Side;

/// What an account in liquidation has to trade in a spot market: it buys a coin that it owes, and
/// sells a coin that it has while it owes coins worth more than it has free of the unit of account.
/// One object, set anew for each question.
final class SpotNeed {
  private final VenueState state;
  private Side side = Side.BUY;
  private long lots;

  SpotNeed(VenueState state) {
    this.state = state;
  }

  /// Returns whether there is anything to trade.
  boolean of(int account, SpotMarket market) {
    int base = market.listing().base();
    lots = 0;
    if (state.assets.markE9(base) > 0) {
      long balance = state.ledger.customerBalance(account, base);
      long lot = market.listing().lot();
      side = balance < 0 ? Side.BUY : Side.SELL;
      if (balance < 0) {
        lots = state.free(account, 0) > 0 ? Math.ceilDiv(-balance, lot) : 0;
      } else if (state.free(account, 0) < owedCoins(account)) {
        lots = Math.max(0, state.free(account, base)) / lot;
      }
    }
    return lots > 0;
  }

  Side side() {
    return side;
  }

  long lots() {
    return lots;
  }

  private long owedCoins(int account) {
    long owed = 0;
    for (int asset = 1; asset < state.assets.assetCount(); asset++) {
      long balance = state.ledger.customerBalance(account, asset);
      owed += balance < 0 ? state.assets.value(asset, -balance) : 0;
    }
    return owed;
  }
}
