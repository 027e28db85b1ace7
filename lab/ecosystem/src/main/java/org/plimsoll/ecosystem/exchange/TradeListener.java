package org.plimsoll.ecosystem.exchange;

import org.plimsoll.units.Side;

/// Hears of every trade of the venue: the public trades feed with the accounts, for whoever keeps
/// the books.
public interface TradeListener {
  void onTrade(
      int market, int makerAccount, int takerAccount, Side takerSide, long priceTicks, long lots);
}
