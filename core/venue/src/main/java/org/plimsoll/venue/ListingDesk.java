package org.plimsoll.venue;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.protocol.Command.ActivateRules;
import org.plimsoll.protocol.Command.DefineAsset;
import org.plimsoll.protocol.Command.ListMarket;
import org.plimsoll.protocol.Command.OpenAccount;
import org.plimsoll.protocol.Command.OpenCustody;
import org.plimsoll.protocol.Command.SetCollateral;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Adds what the venue trades and whom it serves, and changes its terms.
final class ListingDesk {
  private final VenueState state;
  private final Checks checks;

  ListingDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
  }

  void defineAsset(DefineAsset c) {
    long balanceBound = c.asset() == 0 ? Limits.VALUE_MAX : Limits.BALANCE_MAX;
    boolean passes =
        checks.isNext(c.asset(), state.assets.assetCount(), state.limits.assetsMax())
            && parameter(0, c.decimals(), Limits.DECIMALS_MAX)
            && parameter(1, c.balanceMax(), balanceBound);
    if (passes) {
      state.assets.define(c);
      state.sink.onAssetDefined(new Event.AssetDefined(c));
    }
  }

  void setCollateral(SetCollateral c) {
    boolean passes =
        checks.asset(c.asset())
            && parameter(0, c.initialWeightE9(), ONE_E9)
            && parameter(c.initialWeightE9(), c.totalWeightE9(), ONE_E9)
            && parameter(0, c.imfFactorE9(), ONE_E9);
    if (passes) {
      state.assets.setCollateral(c);
      state.sink.onCollateralSet(new Event.CollateralSet(c));
    }
  }

  void openAccount(OpenAccount c) {
    if (checks.isNext(c.account(), state.accounts.size(), state.limits.accountsMax())) {
      state.accounts.add(c);
      state.ledger.openCustomer();
      state.openOrders.openAccount();
      state.sink.onAccountOpened(new Event.AccountOpened(c));
    }
  }

  void openCustody(OpenCustody c) {
    if (checks.isNext(c.custody(), state.custody.size(), state.limits.custodyMax())) {
      state.custody.add(c);
      state.ledger.openCustody();
      state.sink.onCustodyOpened(new Event.CustodyOpened(c));
    }
  }

  void listMarket(ListMarket c) {
    boolean passes =
        checks.isNext(c.market(), state.markets.size(), state.limits.marketsMax())
            && checks.asset(c.base())
            && parameter(1, c.base(), state.limits.assetsMax())
            && parameter(0, c.quote(), 0)
            && parameter(1, c.lot(), state.assets.balanceMax(c.base()))
            && parameter(1, c.tickE9(), Long.MAX_VALUE)
            && isWholeStep(c);
    if (passes) {
      state.markets.add(new SpotMarket(c, stepCost(c, Rounding.FLOOR), state));
      state.sink.onMarketListed(new Event.MarketListed(c));
    }
  }

  void activateRules(ActivateRules c) {
    int next = state.rules.version() + 1;
    if (c.version() < 1 || c.version() > Rules.newest()) {
      checks.refuse(RefusalReason.UNKNOWN_RULES, Rules.newest(), c.version());
    } else if (c.version() < next) {
      checks.refuse(RefusalReason.RULES_NOT_NEWER, next, c.version());
    } else {
      state.rules = Rules.ofVersion(c.version());
      state.sink.onRulesActivated(c.version());
    }
  }

  private boolean isWholeStep(ListMarket c) {
    long low = stepCost(c, Rounding.FLOOR);
    if (low > state.assets.balanceMax(c.quote())) {
      return checks.refuse(
          RefusalReason.PARAMETER_OUT_OF_RANGE, state.assets.balanceMax(c.quote()), low);
    }
    long high = stepCost(c, Rounding.CEILING);
    return low == high || checks.refuse(RefusalReason.TICK_TIMES_LOT_NOT_WHOLE, high, low);
  }

  private long stepCost(ListMarket c, Rounding rounding) {
    return Exact.valueOrMax(
        c.lot(),
        c.tickE9(),
        state.assets.decimals(c.base()),
        state.assets.decimals(c.quote()),
        rounding);
  }

  private boolean parameter(long low, long value, long high) {
    return checks.isWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, low, value, high);
  }
}
