package org.plimsoll.venue;

import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Hears prices, moves the clock and lets new rules bind. Marks move only with the clock, all at
/// once, so that no order of arrival within an instant can matter to anybody's margin.
final class ClockDesk {
  private final VenueState state;
  private final Checks checks;

  ClockDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
  }

  void on(ClockCommand command) {
    switch (command) {
      case PublishIndexPrice c -> publishIndexPrice(c);
      case AdvanceTime c -> advanceTime(c);
      case ActivateRules c -> activateRules(c);
    }
  }

  private void publishIndexPrice(PublishIndexPrice c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.isWithin(
                RefusalReason.PRICE_OUT_OF_RANGE, 1, c.priceE9(), highestPriceE9(c.asset()))
            && isWorthCounting(c);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.assets.setIndex(c.asset(), c.priceE9());
    }
  }

  private void advanceTime(AdvanceTime c) {
    if (c.timestampNs() < state.clockNs) {
      checks.refuse(RefusalReason.TIME_BACKWARD, state.clockNs, c.timestampNs());
      return;
    }
    if (c.timestampNs() > Limits.TIME_MAX_NS) {
      checks.refuse(RefusalReason.PARAMETER_OUT_OF_RANGE, Limits.TIME_MAX_NS, c.timestampNs());
      return;
    }
    state.sink.onCommandApplied(c);
    long elapsedNs = c.timestampNs() - state.clockNs;
    state.futures.forEach(market -> market.accrueFunding(elapsedNs));
    state.clockNs = c.timestampNs();
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      if (state.assets.sampleMark(asset)) {
        state.sink.onDesk(new PriceEvent.MarkPriceSet(asset, state.assets.markE9(asset)));
        followMark(asset);
      }
    }
    for (FuturesMarket market : state.futures) {
      market.sampleMark();
      state.triggers.follow(market, state.clockNs, state.agenda);
    }
    RebalancingDesk.follow(state);
  }

  private void activateRules(ActivateRules c) {
    int next = state.rules.version() + 1;
    if (c.version() < 1 || c.version() > Rules.newest()) {
      checks.refuse(RefusalReason.UNKNOWN_RULES, Rules.newest(), c.version());
    } else if (c.version() < next) {
      checks.refuse(RefusalReason.RULES_NOT_NEWER, next, c.version());
    } else {
      state.sink.onCommandApplied(c);
      state.rules = Rules.ofVersion(c.version());
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
