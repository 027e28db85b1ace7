package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// How a customer trades in one market: at once, but not through any price.
final class Dealing {
  /// A difference from the target below this part of it is not worth a fee.
  private static final double BAND = 0.1;

  /// How far through the best price, one over it.
  private static final long CALM = 100;

  private static final long HURRIED = 20;

  private final MarketListing listing;

  Dealing(MarketListing listing) {
    this.listing = listing;
  }

  int market() {
    return listing.market();
  }

  long lots(long amount) {
    return amount / listing.lot();
  }

  long amount(long lots) {
    return lots * listing.lot();
  }

  /// Trades from a position towards a target, where the difference is worth it.
  void towards(Terminal terminal, long lots, long targetLots) {
    if (Math.abs(targetLots - lots) > BAND * Math.abs(targetLots)) {
      trade(terminal, targetLots - lots, CALM);
    }
  }

  /// Trades a position away.
  void away(Terminal terminal, long lots) {
    trade(terminal, -lots, HURRIED);
  }

  /// @param lots bought, or below 0 sold
  private void trade(Terminal terminal, long lots, long part) {
    Side side = lots > 0 ? Side.BUY : Side.SELL;
    long best = terminal.bestTicks(market(), side.opposite());
    if (lots != 0 && best > 0) {
      long worst = side == Side.BUY ? best + best / part : Math.max(1, best - best / part);
      terminal.limit(market(), side, worst, Math.abs(lots), TimeInForce.IMMEDIATE_OR_CANCEL);
    }
  }
}
