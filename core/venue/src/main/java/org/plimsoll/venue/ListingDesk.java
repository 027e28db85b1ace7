package org.plimsoll.venue;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.ListingCommand.SetCollateral;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Rounding;

/// Adds what the venue trades, and changes the terms.
final class ListingDesk {
  private final VenueState state;
  private final Checks checks;
  private final DualControl dualControl;

  ListingDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.dualControl = new DualControl(checks);
  }

  void on(ListingCommand command) {
    switch (command) {
      case DefineAsset c -> defineAsset(c);
      case SetCollateral c -> setCollateral(c);
      case ListMarket c -> listMarket(c);
      case ListFuture c -> listFuture(c);
      case SetMarketLimits c -> setMarketLimits(c);
      case SetMarketState c -> setMarketState(c);
    }
  }

  private void defineAsset(DefineAsset c) {
    long balanceBound = c.asset() == 0 ? Limits.VALUE_MAX : Limits.BALANCE_MAX;
    boolean passes =
        checks.isNext(c.asset(), state.assets.assetCount(), state.limits.assetsMax())
            && checks.parameter(0, c.decimals(), Limits.DECIMALS_MAX)
            && checks.parameter(1, c.balanceMax(), balanceBound);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.assets.define(c);
    }
  }

  private void setCollateral(SetCollateral c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.parameter(0, c.initialWeightE9(), ONE_E9)
            && checks.parameter(c.initialWeightE9(), c.totalWeightE9(), ONE_E9)
            && checks.parameter(0, c.imfFactorE9(), ONE_E9)
            && keepsMaintenance(c);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.assets.setCollateral(c);
      state.index.touchAll();
    }
  }

  /// Asks whether what debts must keep stays as it is, once there are terms: it moves only on an
  /// announced path.
  private boolean keepsMaintenance(SetCollateral c) {
    long weightE9 = state.assets.totalWeightE9(c.asset());
    long factorE9 = state.assets.imfFactorE9(c.asset());
    return !state.assets.isCollateral(c.asset())
        || (checks.parameter(weightE9, c.totalWeightE9(), weightE9)
            && checks.parameter(factorE9, c.imfFactorE9(), factorE9));
  }

  private void listMarket(ListMarket c) {
    boolean passes =
        checks.isNext(c.market(), state.markets.size(), state.limits.marketsMax())
            && checks.asset(c.base())
            && checks.parameter(1, c.base(), state.limits.assetsMax())
            && checks.parameter(0, c.quote(), 0)
            && checks.parameter(1, c.lot(), state.assets.balanceMax(c.base()))
            && checks.parameter(1, c.tickE9(), Long.MAX_VALUE)
            && isWholeStep(c);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.list(new SpotMarket(c, Listings.stepCost(c, state.assets, Rounding.FLOOR), state));
    }
  }

  private void setMarketLimits(SetMarketLimits c) {
    if (!checks.market(c.market())) {
      return;
    }
    Market market = state.markets.get(c.market());
    boolean passes =
        checks.parameter(0, c.bookCapE9(), ONE_E9)
            && checks.parameter(0, c.bandE9(), ONE_E9)
            && checks.parameter(0, c.premiumBandE9(), market.hasPositions() ? ONE_E9 : 0)
            && checks.parameter(0, c.minimumLots(), market.lotsMax())
            && checks.parameter(0, c.openOrderCap(), state.assets.balanceMax(0));
    if (passes) {
      state.sink.onCommandApplied(c);
      market.terms().set(c);
    }
  }

  private void setMarketState(SetMarketState c) {
    if (!dualControl.passes(c) || !checks.isListed(c.market()) || !checks.market(c.market())) {
      return;
    }
    state.sink.onCommandApplied(c);
    state.markets.get(c.market()).terms().set(c.state());
    if (c.state() == MarketState.DELISTED) {
      state.agenda.add(state.clockNs, DueWork.DELISTING, c.market());
    }
  }

  private void listFuture(ListFuture c) {
    boolean passes =
        checks.isNext(c.market(), state.markets.size(), state.limits.marketsMax())
            && checks.hasRoom(state.futures.size(), Limits.FUTURES_MAX)
            && checks.asset(c.base())
            && checks.parameter(1, c.base(), state.limits.assetsMax())
            && checks.parameter(1, c.lot(), state.assets.balanceMax(c.base()))
            && checks.parameter(1, c.tickE9(), Long.MAX_VALUE)
            && isWholeStep(c)
            && isExpiry(c.expiryNs())
            && checks.parameter(0, c.imfFactorE9(), ONE_E9)
            && checks.parameter(0, c.imfWeightE9(), Listings.WEIGHT_MAX_E9)
            && checks.parameter(0, c.mmfWeightE9(), Listings.WEIGHT_MAX_E9)
            && checks.parameter(1, c.positionMaxLots(), Listings.positionMaxLots(c, state.assets));
    if (passes) {
      state.sink.onCommandApplied(c);
      FuturesMarket market =
          new FuturesMarket(c, Listings.stepCost(c, state.assets, Rounding.FLOOR), state);
      state.list(market);
      market.sampleMark();
      state.schedule(DueWork.SETTLEMENT, c.market());
      if (c.expiryNs() == 0) {
        state.schedule(DueWork.FUNDING, c.market());
      } else {
        state.agenda.add(c.expiryNs(), DueWork.EXPIRY, c.market());
      }
    }
  }

  private boolean isExpiry(long expiryNs) {
    return expiryNs == 0 || checks.parameter(state.clockNs + 1, expiryNs, Long.MAX_VALUE);
  }

  private boolean isWholeStep(MarketListing c) {
    long low = Listings.stepCost(c, state.assets, Rounding.FLOOR);
    if (low > state.assets.balanceMax(0)) {
      return checks.refuse(RefusalReason.PARAMETER_OUT_OF_RANGE, state.assets.balanceMax(0), low);
    }
    long high = Listings.stepCost(c, state.assets, Rounding.CEILING);
    return low == high || checks.refuse(RefusalReason.TICK_TIMES_LOT_NOT_WHOLE, high, low);
  }
}
