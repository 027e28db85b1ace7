package org.plimsoll.venue;

import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockCommand.ActivateRules;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetIndexSource;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.RefusalReason;

/// Moves the clock and lets new rules bind. Marks move only with the clock, all at once, so that no
/// order of arrival within an instant can matter to anybody's margin.
final class ClockDesk {
  private final VenueState state;
  private final Checks checks;
  private final LiquidationScan liquidation;
  private final PriceDesk prices;

  ClockDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.liquidation = new LiquidationScan(state);
    this.prices = new PriceDesk(state, checks);
  }

  void on(ClockCommand command) {
    switch (command) {
      case PublishIndexPrice c -> prices.on(c);
      case SetPriceClamp c -> prices.on(c);
      case SetIndexSource c -> prices.on(c);
      case AdvanceTime c -> advanceTime(c);
      case ActivateRules c -> activateRules(c);
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
    state.futures.forEach(market -> market.pass(state.clockNs, c.timestampNs()));
    state.clockNs = c.timestampNs();
    if (state.leverage.moveTo(c.timestampNs())) {
      state.index.touchAll();
    }
    state.lottery.take(c.entropy());
    state.volumes.moveTo(c.timestampNs());
    prices.sample();
    liquidation.look();
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
      state.index.touchAll();
      if (state.rules.chargesFees()) {
        FeeDesk.begin(state);
      }
    }
  }
}
