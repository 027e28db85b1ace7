package org.plimsoll.venue;

import org.plimsoll.margin.AccountMargin;
import org.plimsoll.margin.MaintenanceMargin;
import org.plimsoll.units.MarginStage;

/// Where an account stands: its value, what maintenance requires of it, and how large its positions
/// and debts are, in the smallest unit of account. One object, set anew for each look.
final class Standing {
  private final VenueState state;
  private final MaintenanceMargin spot;
  private final Scenario scenario;
  private long value;
  private long maintenance;
  private long notional;

  Standing(VenueState state) {
    this.state = state;
    this.spot = new MaintenanceMargin(state.assets);
    this.scenario = new Scenario(state);
  }

  Standing of(int account) {
    spot.of(scenario.of(account, false, false));
    value = spot.value();
    maintenance = spot.required();
    notional = spot.notional();
    for (int i = 0; i < state.futures.size(); i++) {
      FuturesMarket market = state.futures.get(i);
      value += market.unrealized(account);
      maintenance += market.maintenance(account);
      notional += market.notional(account);
    }
    return this;
  }

  long value() {
    return value;
  }

  long maintenance() {
    return maintenance;
  }

  long notional() {
    return notional;
  }

  long autoCloseRequirement() {
    return AccountMargin.autoCloseRequirement(maintenance, notional);
  }

  MarginStage stage() {
    return AccountMargin.stage(value, maintenance, notional);
  }
}
