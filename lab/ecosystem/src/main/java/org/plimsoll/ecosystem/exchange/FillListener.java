package org.plimsoll.ecosystem.exchange;

import org.plimsoll.units.Side;

/// Hears of the trades of one account, as its private feed.
public interface FillListener {
  /// Hears of a trade of the account.
  ///
  /// @param side the account's own
  /// @param isMaker whether its order was there first
  void onFill(int market, long order, Side side, long priceTicks, long lots, boolean isMaker);
}
