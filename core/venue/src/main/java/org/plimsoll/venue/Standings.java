package org.plimsoll.venue;

import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.plimsoll.margin.FreeCollateral;
import org.plimsoll.margin.LiquidationBand;
import org.plimsoll.units.Side;

/// What accounts are shown of where they stand: asked of the same gates and formulas that decide,
/// whose refusals nobody hears. Nothing here changes the state.
final class Standings {
  private final VenueState state;
  private final MarginGate gate;
  private final Standing standing;
  private final Scenario scenario;
  private final FreeCollateral initial;

  Standings(VenueState state) {
    Checks checks = new Checks(state);
    checks.answerNobody();
    this.state = state;
    this.gate = new MarginGate(state, checks);
    this.standing = new Standing(state);
    this.scenario = new Scenario(state);
    this.initial = new FreeCollateral(state.assets);
  }

  AccountStanding of(int account) {
    standing.of(account);
    scenario.of(account, false, false);
    long holdings = 0;
    long owed = 0;
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long worth = initial.worth(asset, scenario.quantity(asset), 0);
      holdings += Math.max(0, worth);
      owed += Math.max(0, -worth);
    }
    long required = owed - standing.debts();
    long openNotional = standing.debts();
    for (FuturesMarket market : state.futures) {
      required += market.margin().required(account, state.leverage.of(account), null);
      openNotional += market.margin().openNotional(account);
    }
    return new AccountStanding(
        account,
        standing.value(),
        holdings - standing.debts(),
        standing.unrealized(),
        gate.freeCollateral(account),
        required,
        standing.maintenance(),
        standing.autoCloseRequirement(),
        standing.notional(),
        openNotional,
        standing.debts(),
        standing.stage(),
        state.isSpared(account));
  }

  PositionStanding ofPosition(int account, FuturesMarket market) {
    standing.of(account);
    Positions positions = market.positions();
    FutureMargin margin = market.margin();
    return new PositionStanding(
        account,
        market.listing().market(),
        positions.lots(account),
        positions.cost(account),
        margin.unrealized(account),
        margin.notional(account),
        positions.restingLots(account, Side.BUY),
        positions.restingLots(account, Side.SELL),
        margin.openNotional(account),
        margin.required(account, state.leverage.of(account), null),
        margin.maintenance(account),
        state.isSpared(account) ? OptionalLong.empty() : liquidationPriceE9(account, market),
        margin.notional(account) == 0
            ? OptionalLong.empty()
            : OptionalLong.of(standing.zeroPriceE9(account, market)));
  }

  /// What the account has beyond its requirement is linear in this mark, so one division finds
  /// where it is used up; in the other direction where the account lacks something already.
  private OptionalLong liquidationPriceE9(int account, FuturesMarket market) {
    long slack = standing.value() - standing.maintenance();
    long sensitivity = market.margin().sensitivity(account);
    long priceE9 =
        LiquidationBand.lastSafeE9(
            market.markE9(),
            Math.abs(slack),
            slack < 0 ? -sensitivity : sensitivity,
            state.assets.decimals(market.listing().base()),
            state.assets.decimals(0));
    return priceE9 == 0 || priceE9 == Long.MAX_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(priceE9);
  }

  BalanceStanding ofBalance(int account, int asset) {
    long balance = state.ledger.customerBalance(account, asset);
    long own = Math.max(0, state.free(account, asset));
    long most = state.assets.balanceMax(asset);
    LongPredicate mayGo =
        amount ->
            gate.allowsWithdrawal(account, asset, amount) && gate.isOffered(account, asset, amount);
    return new BalanceStanding(
        account,
        asset,
        balance,
        Math.max(0, -balance),
        largest(Math.min(own, most), mayGo),
        largest(most, mayGo));
  }

  /// Returns an amount that may go of which one more may not, or `most` if all of that may.
  private static long largest(long most, LongPredicate mayGo) {
    if (mayGo.test(most)) {
      return most;
    }
    long may = 0;
    long mayNot = most;
    while (mayNot - may > 1) {
      long middle = may + (mayNot - may) / 2;
      if (mayGo.test(middle)) {
        may = middle;
      } else {
        mayNot = middle;
      }
    }
    return may;
  }
}
