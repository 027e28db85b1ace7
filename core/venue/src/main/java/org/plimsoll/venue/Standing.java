package org.plimsoll.venue;

import org.plimsoll.margin.AccountMargin;
import org.plimsoll.margin.MaintenanceMargin;
import org.plimsoll.margin.ZeroPrice;
import org.plimsoll.units.MarginStage;

/// Where an account stands: its value, what maintenance requires of it, and how large its positions
/// and debts are, in the smallest unit of account. One object, set anew for each look.
final class Standing {
  private static final long VALUE_MAX = 1L << 61;

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
      value += market.margin().unrealized(account);
      maintenance += market.margin().maintenance(account);
      notional += market.margin().notional(account);
    }
    return this;
  }

  /// Returns whether prices can bring the account below its requirement: it has a position, a debt,
  /// or a loss on futures that is not settled yet.
  boolean canFail() {
    return notional > 0 || value < spot.value();
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

  /// Returns the part of the account's value that stands behind its position in a market, by its
  /// part of all that maintenance requires: none where nothing is required. Debts are counted among
  /// the positions, as they are in the notional; else a tiny position would carry away what stands
  /// behind a large debt.
  long behind(int account, FuturesMarket market) {
    return maintenance == 0
        ? 0
        : ZeroPrice.share(clampedValue(), market.margin().maintenance(account), maintenance);
  }

  /// Returns the value as far as a zero price can tell it.
  long clampedValue() {
    return Math.clamp(value, -VALUE_MAX, VALUE_MAX);
  }

  long autoCloseRequirement() {
    return AccountMargin.autoCloseRequirement(maintenance, notional);
  }

  MarginStage stage() {
    return AccountMargin.stage(value, maintenance, notional);
  }
}
