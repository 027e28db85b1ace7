package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.NaiveVenue.checkNext;
import static org.plimsoll.model.NaiveVenue.parameter;
import static org.plimsoll.model.Refused.unless;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.RefusalReason;

/// The listing of markets at the slow twin.
final class NaiveListings {
  private final NaiveState state;
  private final NaivePrices prices;
  private final NaiveDue due;
  private final int marketsMax;

  NaiveListings(NaiveState state, NaivePrices prices, NaiveDue due, int marketsMax) {
    this.state = state;
    this.prices = prices;
    this.due = due;
    this.marketsMax = marketsMax;
  }

  void list(ListingCommand.MarketListing listing, List<Event> events) {
    switch (listing) {
      case ListingCommand.ListMarket c -> listMarket(c, events);
      case ListingCommand.ListFuture c -> listFuture(c, events);
    }
  }

  private void listMarket(ListingCommand.ListMarket c, List<Event> events) {
    checkNext(c.market(), state.markets.size(), marketsMax);
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.base(), state.assets.size());
    parameter(1, c.base(), Long.MAX_VALUE);
    parameter(0, c.quote(), 0);
    NaiveAsset base = state.assets.get(c.base());
    parameter(1, c.lot(), base.definition().balanceMax());
    parameter(1, c.tickE9(), Long.MAX_VALUE);
    BigInteger step = wholeStep(c);
    state.markets.add(new NaiveState.Market(c, step, new NaiveOrderBook()));
    events.add(new Event.CommandApplied(c));
  }

  private void listFuture(ListingCommand.ListFuture c, List<Event> events) {
    long hundred = 100 * NaiveMargin.ONE.longValueExact();
    checkNext(c.market(), state.markets.size(), marketsMax);
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.base(), state.assets.size());
    parameter(1, c.base(), Long.MAX_VALUE);
    parameter(1, c.lot(), state.assets.get(c.base()).definition().balanceMax());
    parameter(1, c.tickE9(), Long.MAX_VALUE);
    BigInteger step = wholeStep(c);
    if (c.expiryNs() != 0) {
      parameter(state.clock + 1, c.expiryNs(), Long.MAX_VALUE);
    }
    parameter(0, c.imfFactorE9(), NaiveMargin.ONE.longValueExact());
    parameter(0, c.imfWeightE9(), hundred);
    parameter(0, c.mmfWeightE9(), hundred);
    BigInteger most =
        BigInteger.TEN.pow(16).divide(step).min(BigInteger.TEN.pow(18).divide(big(c.lot())));
    parameter(1, c.positionMaxLots(), most.longValueExact());
    events.add(new Event.CommandApplied(c));
    NaiveState.Market market = new NaiveState.Market(c, step, new NaiveOrderBook());
    state.markets.add(market);
    prices.sampleFuture(market, events);
    due.onFutureListed(c.market(), c.expiryNs());
  }

  /// Returns what one lot at one tick is worth, which must be a whole number.
  private BigInteger wholeStep(ListingCommand.MarketListing c) {
    BigInteger low = stepCost(c, RoundingMode.FLOOR);
    BigInteger high = stepCost(c, RoundingMode.CEILING);
    BigInteger most = state.assets.getFirst().balanceMax();
    unless(low.compareTo(most) <= 0, RefusalReason.PARAMETER_OUT_OF_RANGE, most, low);
    unless(low.equals(high), RefusalReason.TICK_TIMES_LOT_NOT_WHOLE, high, low);
    return low;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private BigInteger stepCost(ListingCommand.MarketListing c, RoundingMode rounding) {
    return NaiveMargin.value(
            BigInteger.valueOf(c.lot()),
            BigInteger.valueOf(c.tickE9()),
            state.assets.get(c.base()).definition().decimals(),
            state.assets.getFirst().definition().decimals(),
            rounding)
        .min(BigInteger.valueOf(Long.MAX_VALUE));
  }
}
