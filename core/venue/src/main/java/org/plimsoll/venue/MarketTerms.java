package org.plimsoll.venue;

import org.plimsoll.matching.OrderBook;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Which orders a market takes and what it holds them to (FTX help center article 360027946651).
final class MarketTerms {
  private SetMarketLimits limits;
  private MarketState state = MarketState.OPEN;

  /// Creates the terms of a market that is open and has no limits.
  MarketTerms(int market) {
    limits = new SetMarketLimits(market, 0, 0, 0, 0, 0);
  }

  SetMarketLimits limits() {
    return limits;
  }

  void set(SetMarketLimits limits) {
    this.limits = limits;
  }

  MarketState state() {
    return state;
  }

  void set(MarketState state) {
    this.state = state;
  }

  /// Returns whether orders can trade, so that a quote is an offer that somebody may take.
  boolean isTrading() {
    return state == MarketState.OPEN || state == MarketState.CLOSE_ONLY;
  }

  long minimumLots() {
    return Math.max(1, limits.minimumLots());
  }

  /// Returns a limit, or the price at the book cap where the limit goes further through the best
  /// opposite price. It is rounded toward that price, so that nothing goes further than allowed.
  long cappedTicks(OrderBook book, Side side, long limitTicks) {
    long best = book.bestTicks(side.opposite());
    if (limits.bookCapE9() == 0 || best == 0) {
      return limitTicks;
    }
    if (side == Side.BUY) {
      long part = Exact.ONE_E9 + limits.bookCapE9();
      return Math.min(limitTicks, Exact.mulDiv(best, part, Exact.ONE_E9, Rounding.FLOOR));
    }
    long part = Exact.ONE_E9 - limits.bookCapE9();
    long cap = Math.max(1, Exact.mulDiv(best, part, Exact.ONE_E9, Rounding.CEILING));
    return Math.max(limitTicks, cap);
  }

  boolean hasBand(long markE9) {
    return limits.bandE9() > 0 && markE9 > 0;
  }

  long bandLowTicks(long fromE9, long tickE9) {
    return Math.ceilDiv(band(fromE9, Exact.ONE_E9 - limits.bandE9(), Rounding.CEILING), tickE9);
  }

  long bandHighTicks(long fromE9, long tickE9) {
    return band(fromE9, Exact.ONE_E9 + limits.bandE9(), Rounding.FLOOR) / tickE9;
  }

  boolean hasPremiumBand() {
    return limits.premiumBandE9() > 0;
  }

  long premiumLowTicks(long indexE9, long ratioE9, long tickE9) {
    long partE9 = Math.max(0, ratioE9 - limits.premiumBandE9());
    return Math.ceilDiv(band(indexE9, partE9, Rounding.CEILING), tickE9);
  }

  long premiumHighTicks(long indexE9, long ratioE9, long tickE9) {
    return band(indexE9, ratioE9 + limits.premiumBandE9(), Rounding.FLOOR) / tickE9;
  }

  /// A mark may be so high that a part above 1 of it is past what 64 bits hold; then nothing is too
  /// high.
  private static long band(long markE9, long partE9, Rounding rounding) {
    return Exact.valueOrMax(markE9, partE9, 0, 0, rounding);
  }

  void writeTo(StateSink sink) {
    sink.add(limits.bookCapE9())
        .add(limits.bandE9())
        .add(limits.premiumBandE9())
        .add(limits.minimumLots())
        .add(limits.openOrderCap())
        .add(state.ordinal());
  }

  void readFrom(StateSource source) {
    limits =
        new SetMarketLimits(
            limits.market(),
            source.within(0, Exact.ONE_E9),
            source.within(0, Exact.ONE_E9),
            source.within(0, Exact.ONE_E9),
            source.within(0, Long.MAX_VALUE),
            source.within(0, Long.MAX_VALUE));
    state = source.oneOf(MarketState.values());
  }
}
