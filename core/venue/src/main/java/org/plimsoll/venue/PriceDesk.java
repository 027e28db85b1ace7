package org.plimsoll.venue;

import org.plimsoll.protocol.Command.AdvanceTime;
import org.plimsoll.protocol.Command.PublishIndexPrice;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Hears prices and moves the clock. Marks move only with the clock, all at once, so that no order
/// of arrival within an instant can matter to anybody's margin.
final class PriceDesk {
  private final VenueState state;
  private final Checks checks;

  PriceDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
  }

  void publishIndexPrice(PublishIndexPrice c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.isWithin(
                RefusalReason.PRICE_OUT_OF_RANGE, 1, c.priceE9(), highestPriceE9(c.asset()))
            && isWorthCounting(c);
    if (passes) {
      state.assets.setIndex(c.asset(), c.priceE9());
      state.sink.onIndexPricePublished(new Event.IndexPricePublished(c));
    }
  }

  void advanceTime(AdvanceTime c) {
    if (c.timestampNs() < state.clockNs) {
      checks.refuse(RefusalReason.TIME_BACKWARD, state.clockNs, c.timestampNs());
      return;
    }
    state.clockNs = c.timestampNs();
    state.sink.onTimeAdvanced(c.timestampNs());
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      if (state.assets.sampleMark(asset)) {
        state.sink.onMarkPriceSet(asset, state.assets.markE9(asset));
        followMark(asset);
      }
    }
  }

  private void followMark(int asset) {
    for (SpotMarket market : state.markets) {
      if (market.listing().base() == asset) {
        market.followMark();
      }
    }
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
}
