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
    return notional > 0 || unrealized() < 0;
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

  /// Returns how large the debts are.
  long debts() {
    return spot.notional();
  }

  /// Returns the profit of all positions that is not yet money.
  long unrealized() {
    return value - spot.value();
  }

  /// Returns the zero price of a position that the account has, as the waterfall has it: with what
  /// stands behind the position, or behind the account.
  long zeroPriceE9(int account, FuturesMarket market) {
    return state.liquidations.profile.hasPositionZeroPrice()
        ? positionZeroPriceE9(account, market)
        : ZeroPrice.e9(isLong(account, market), market.markE9(), clampedValue(), notional);
  }

  /// Returns the zero price of a position that the account has with what stands behind it.
  long positionZeroPriceE9(int account, FuturesMarket market) {
    return ZeroPrice.e9(
        isLong(account, market),
        market.markE9(),
        behind(account, market),
        market.margin().notional(account));
  }

  private static boolean isLong(int account, FuturesMarket market) {
    return market.positions().lots(account) > 0;
  }

  /// Returns the part of the account's value that stands behind its position in a market, by its
  /// part of all that maintenance requires: none where nothing is required. Debts are counted among
  /// the positions, as they are in the notional; else a tiny position would carry away what stands
  /// behind a large debt.
  private long behind(int account, FuturesMarket market) {
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

  /// Returns the stage that binds an account now: healthy where nothing liquidates it, even if its
  /// privilege was granted amid a round. Sets this to the account unless it is spared.
  MarginStage bindingStage(int account) {
    return state.isSpared(account) ? MarginStage.HEALTHY : of(account).stage();
  }

  MarginStage stage() {
    return AccountMargin.stage(value, maintenance, notional);
  }
}
