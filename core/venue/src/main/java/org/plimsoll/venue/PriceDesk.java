package org.plimsoll.venue;

import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Hears index prices, reads others off the venue's own markets, and lets them become marks.
final class PriceDesk {
  private static final int A_FUTURE = -1;

  private final VenueState state;
  private final Checks checks;

  PriceDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
  }

  void on(PublishIndexPrice c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.isWithin(
                RefusalReason.PRICE_OUT_OF_RANGE, 1, c.priceE9(), highestPriceE9(c.asset()))
            && isWorthCounting(c)
            && isPublished(c.asset());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.assets.setIndex(c.asset(), c.priceE9());
    }
  }

  void on(SetPriceClamp c) {
    if (checks.asset(c.asset())) {
      state.sink.onCommandApplied(c);
      state.assets.setClamp(c);
    }
  }

  void on(SetIndexSource c) {
    boolean isOutside = c.market() == SetIndexSource.PUBLISHED;
    boolean passes =
        (isOutside || checks.isListed(c.market()))
            && checks.asset(c.asset())
            && (isOutside || (checks.market(c.market()) && isSpotMarketOf(c)));
    if (passes) {
      state.sink.onCommandApplied(c);
      state.assets.setIndexSource(c);
    }
  }

  /// Samples the index and the mark of every asset, then the marks of all futures.
  void sample() {
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      readIndex(asset);
      if (state.assets.sampleMark(asset, state.clockNs)) {
        state.sink.onDesk(new PriceEvent.MarkPriceSet(asset, state.assets.markE9(asset)));
        followMark(asset);
      }
    }
    for (FuturesMarket market : state.futures) {
      market.sampleMark();
      state.triggers.follow(market, state.clockNs, state.agenda);
    }
  }

  /// Reads the index off a market of the venue, if it is to be. No more of a price is taken than
  /// somebody could have published.
  private void readIndex(int asset) {
    int source = state.assets.indexMarket(asset);
    if (source == SetIndexSource.PUBLISHED) {
      return;
    }
    long beforeE9 = state.assets.indexE9(asset);
    SpotMarket market = (SpotMarket) state.markets.get(source);
    long priceE9 = Math.min(market.priceE9(beforeE9), mostE9(asset));
    if (priceE9 != beforeE9) {
      state.assets.setIndex(asset, priceE9);
      state.sink.onDesk(new PriceEvent.IndexPriceSet(asset, priceE9));
    }
  }

  private void followMark(int asset) {
    for (Market market : state.markets) {
      if (market instanceof SpotMarket spot && spot.listing().base() == asset) {
        spot.followMark();
        state.triggers.follow(spot, state.clockNs, state.agenda);
      }
    }
  }

  private boolean isPublished(int asset) {
    int source = state.assets.indexMarket(asset);
    return source == SetIndexSource.PUBLISHED
        || checks.refuse(RefusalReason.INDEX_IS_OWN, SetIndexSource.PUBLISHED, source);
  }

  private boolean isSpotMarketOf(SetIndexSource c) {
    Market market = state.markets.get(c.market());
    int base = market instanceof SpotMarket ? market.listing().base() : A_FUTURE;
    return base == c.asset() || checks.refuse(RefusalReason.NOT_ITS_SPOT_MARKET, c.asset(), base);
  }

  /// The unit of account is worth itself; anything else may cost what 64 bits hold.
  private static long highestPriceE9(int asset) {
    return asset == 0 ? Exact.ONE_E9 : Long.MAX_VALUE;
  }

  private boolean isWorthCounting(PublishIndexPrice c) {
    if (c.asset() == 0 && c.priceE9() != Exact.ONE_E9) {
      return checks.refuse(RefusalReason.PRICE_OUT_OF_RANGE, Exact.ONE_E9, c.priceE9());
    }
    long largest =
        Exact.valueOrMax(
            state.assets.balanceMax(c.asset()),
            c.priceE9(),
            state.assets.decimals(c.asset()),
            state.assets.decimals(0),
            Rounding.CEILING);
    return largest <= Limits.VALUE_MAX
        || checks.refuse(RefusalReason.PRICE_OUT_OF_RANGE, Limits.VALUE_MAX, largest);
  }

  /// Returns the highest price at which the largest balance of an asset is worth counting.
  private long mostE9(int asset) {
    long scale = Exact.powerOfTen(9 + state.assets.decimals(asset) - state.assets.decimals(0));
    return Exact.mulDivOrMax(
        Limits.VALUE_MAX, scale, state.assets.balanceMax(asset), Rounding.FLOOR);
  }
}
