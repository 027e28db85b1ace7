package org.plimsoll.venue;

import org.plimsoll.margin.MarkPrice;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The price that the mark of a futures market follows: the market's own while it trades, else the
/// index with the premium that the mark had last (FTX help center article 360027668712).
///
/// A market that takes post-only orders alone counts as paused: nothing trades there, so a quote
/// would move the mark and risk nothing.
final class FuturePrice {
  private final ClampedMark clamp = new ClampedMark();
  private long lastTicks;
  private long lastMarkE9;
  private long lastIndexE9;

  /// Hears of a trade.
  void trade(long priceTicks) {
    lastTicks = priceTicks;
  }

  /// Returns the next mark of the market in ticks, or 0 while there is none. It is a whole number
  /// of ticks, cut down, at least one and at most the highest price that the market takes.
  long nextMarkTicks(FuturesMarket market) {
    VenueState state = market.state;
    int base = market.listing().base();
    long tickE9 = market.listing().tickE9();
    long indexE9 = state.assets.markE9(base);
    boolean isTrading = market.terms().isTrading();
    long heardE9 = isTrading ? tradingE9(market, tickE9, indexE9) : pausedE9(indexE9);
    long heard = heardE9 == 0 ? 0 : Math.clamp(heardE9 / tickE9, 1, market.ticksMax());
    boolean isClamped = state.assets.isClamped(base);
    long next = clamp.next(isClamped, state.clockNs, market.markTicks(), heard);
    if (isTrading) {
      lastMarkE9 = next * tickE9;
      lastIndexE9 = indexE9;
    }
    return next;
  }

  void writeTo(StateSink sink) {
    sink.add(lastTicks).add(lastMarkE9).add(lastIndexE9);
    clamp.writeTo(sink);
  }

  void readFrom(StateSource source) {
    lastTicks = source.within(0, Long.MAX_VALUE);
    lastMarkE9 = source.within(0, Long.MAX_VALUE);
    lastIndexE9 = source.within(0, Long.MAX_VALUE);
    clamp.readFrom(source);
  }

  private long tradingE9(FuturesMarket market, long tickE9, long indexE9) {
    return MarkPrice.tradingE9(
        market.book().bestTicks(Side.BUY) * tickE9,
        market.book().bestTicks(Side.SELL) * tickE9,
        lastTicks * tickE9,
        indexE9);
  }

  private long pausedE9(long indexE9) {
    return lastIndexE9 == 0 ? indexE9 : MarkPrice.pausedE9(indexE9, lastMarkE9, lastIndexE9);
  }
}
