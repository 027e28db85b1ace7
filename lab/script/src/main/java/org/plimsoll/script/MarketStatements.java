package org.plimsoll.script;

import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;

/// Reads the statements about what markets hold orders to.
final class MarketStatements {
  private static final int E9_DECIMALS = 9;

  private MarketStatements() {}

  /// Reads the limits of a market: those that are said; there are no others from then on.
  static Command limits(Operands in) {
    int market = in.market();
    Words words = in.words();
    long bookCap = words.takeIf("book-cap") ? in.number(E9_DECIMALS).count() : 0;
    long band = words.takeIf("band") ? in.number(E9_DECIMALS).count() : 0;
    long premium = words.takeIf("premium") ? in.number(E9_DECIMALS).count() : 0;
    long minimum = words.takeIf("minimum") ? in.lotsIn(market) : 0;
    long openOrders = words.takeIf("open-orders") ? in.amountOfUnit() : 0;
    return new SetMarketLimits(market, bookCap, band, premium, minimum, openOrders);
  }

  static Command state(Operands in) {
    int market = in.market();
    MarketState state = in.oneOf(MarketState.values());
    Approval a = Approval.take(in);
    return new SetMarketState(market, state, a.reason(), a.granter(), a.secondGranter());
  }
}
