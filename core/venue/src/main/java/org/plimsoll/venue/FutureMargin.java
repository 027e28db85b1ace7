package org.plimsoll.venue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.LiquidationBand;
import org.plimsoll.margin.PositionMargin;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.Side;

/// What the positions of a futures market have earned, and what they require, at its mark.
final class FutureMargin {
  private static final long UNKNOWN = -1;

  private final FuturesMarket market;
  private final VenueState state;
  private final PositionMargin terms;
  private final long positionMaxLots;
  private final long[] flatUpTo = new long[LeverageTable.MAX + 1];
  private final long[] flatFractionE9 = new long[LeverageTable.MAX + 1];

  FutureMargin(FuturesMarket market, ListFuture listing, VenueState state) {
    this.market = market;
    this.state = state;
    this.positionMaxLots = listing.positionMaxLots();
    this.terms =
        new PositionMargin(
            listing.imfFactorE9(),
            state.assets.decimals(listing.base()),
            listing.imfWeightE9(),
            listing.mmfWeightE9());
    Arrays.fill(flatFractionE9, UNKNOWN);
  }

  /// Returns the profit of the account's position that is not yet money.
  long unrealized(int account) {
    return unrealized(account, 0, 0);
  }

  /// Returns the profit as it would be after a change.
  long unrealized(int account, @Nullable PositionChange asked) {
    return asked == null ? unrealized(account) : unrealized(account, asked.lots(), asked.cost());
  }

  /// Returns what the account's position and orders require: the initial requirement on the open
  /// size, and what its resting orders would lose at the mark if they filled.
  ///
  /// @param leverage at which the account asks
  long required(int account, int leverage, @Nullable PositionChange asked) {
    long openLots = openLots(account, asked);
    long fractionE9 = initialE9(leverage, market.baseAmount(openLots));
    return PositionMargin.requirement(atMark(openLots), fractionE9) + orderLoss(account, asked);
  }

  /// What all but the largest sizes require at a leverage is kept, and how far that goes.
  private long initialE9(int leverage, long openSize) {
    if (flatFractionE9[leverage] == UNKNOWN) {
      long floorE9 = MarginProfile.initialFloorE9(leverage);
      flatUpTo[leverage] = terms.flatUpTo(floorE9);
      flatFractionE9[leverage] = terms.initialE9(floorE9, 0);
    }
    return openSize <= flatUpTo[leverage]
        ? flatFractionE9[leverage]
        : terms.initialE9(MarginProfile.initialFloorE9(leverage), openSize);
  }

  /// Returns the notional of the account's position at the mark.
  long notional(int account) {
    return atMark(Math.abs(positions().lots(account)));
  }

  /// Returns the notional of the account's open size at the mark.
  long openNotional(int account) {
    return atMark(openLots(account, null));
  }

  /// Returns what maintenance requires of the account's position.
  long maintenance(int account) {
    long lots = Math.abs(positions().lots(account));
    return lots == 0
        ? 0
        : PositionMargin.requirement(atMark(lots), maintenanceFractionE9(account, lots));
  }

  /// Returns how the account's value less its requirement moves with the mark, as if so much of the
  /// base asset were held, rounded away from zero.
  long sensitivity(int account) {
    long lots = positions().lots(account);
    if (lots == 0) {
      return 0;
    }
    long size = market.baseAmount(Math.abs(lots));
    long fractionE9 = Math.min(Exact.ONE_E9, maintenanceFractionE9(account, Math.abs(lots)));
    return lots > 0
        ? LiquidationBand.part(size, Exact.ONE_E9 - fractionE9)
        : -size - LiquidationBand.part(size, fractionE9);
  }

  /// Asks whether a position of so many lots is no larger than a leverage allows.
  boolean fitsLeverage(MarginGate gate, int leverage, long lots) {
    long notional = atMark(lots);
    long max = notionalMax(leverage);
    return notional <= max || gate.refuse(RefusalReason.TOO_LARGE_FOR_LEVERAGE, notional, max);
  }

  /// Returns the most lots of a position at a leverage, by the mark, which there is.
  long lotsMax(int leverage) {
    return notionalMax(leverage) / atMark(1);
  }

  /// Returns how many lots on `side` an account may take over at the mark, which there is, with its
  /// resting orders of that side filled.
  long roomLots(int account, Side side) {
    long lots = positions().lots(account);
    long held = side == Side.BUY ? lots : -lots;
    long most = Math.min(positionMaxLots, lotsMax(state.leverage.maintained(account)));
    return Math.max(0, most - held - positions().restingLots(account, side));
  }

  private long notionalMax(int leverage) {
    long whole = MarginProfile.notionalMax(leverage);
    return whole == Long.MAX_VALUE ? whole : whole * Exact.powerOfTen(state.assets.decimals(0));
  }

  /// Returns the larger of the sizes that all open buys and all open sells would make.
  long openLots(int account, @Nullable PositionChange asked) {
    long lots = positions().lots(account);
    long buys = positions().restingLots(account, Side.BUY);
    long sells = positions().restingLots(account, Side.SELL);
    if (asked != null) {
      lots += asked.lots();
      buys += asked.restLots(Side.BUY);
      sells += asked.restLots(Side.SELL);
    }
    return Math.max(Math.abs(lots + buys), Math.abs(lots - sells));
  }

  private Positions positions() {
    return market.positions();
  }

  private long atMark(long lots) {
    return market.quoteAmount(market.markTicks() * lots);
  }

  private long maintenanceFractionE9(int account, long lots) {
    return terms.maintenanceE9(state.leverage.maintenanceFloorE9(account), market.baseAmount(lots));
  }

  private long unrealized(int account, long moreLots, long moreCost) {
    return atMark(positions().lots(account) + moreLots) - positions().cost(account) - moreCost;
  }

  /// Returns what the resting orders would lose at the mark if all of them filled. None is counted
  /// better than the mark, so none makes up for another.
  private long orderLoss(int account, @Nullable PositionChange asked) {
    long loss = positions().restingLoss(account);
    if (asked != null) {
      loss += asked.restTickLots(Side.BUY) - market.markTicks() * asked.restLots(Side.BUY);
      loss += market.markTicks() * asked.restLots(Side.SELL) - asked.restTickLots(Side.SELL);
    }
    return market.quoteAmount(loss);
  }
}
