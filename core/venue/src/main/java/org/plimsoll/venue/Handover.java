package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.LiquidationSlice;
import org.plimsoll.margin.ProRata;
import org.plimsoll.margin.ZeroPrice;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;

/// The second stage of liquidation: a part of a position goes off the book to backstop providers,
/// and what they do not take closes opposing positions.
final class Handover {
  private static final long ROOM_MAX = 1L << 61;

  private final VenueState state;
  private final MarginGate margin;
  private final FuturesMarket market;
  private final int account;
  private final boolean isLong;
  private final Standing standing;
  private final PositionChange change = new PositionChange();
  private long zeroPriceE9;
  private long takerPriceE9;

  /// Prepares to hand over what an account has in a market where it has a position.
  Handover(VenueState state, MarginGate margin, FuturesMarket market, int account) {
    this.state = state;
    this.margin = margin;
    this.market = market;
    this.account = account;
    this.isLong = market.positions().lots(account) > 0;
    this.standing = new Standing(state);
  }

  /// Hands over what a second of the account's stage asks for.
  void run() {
    MarginStage stage = standing.bindingStage(account);
    long lots = Math.abs(market.positions().lots(account));
    if (stage.compareTo(MarginStage.AUTO_CLOSE) < 0 || lots == 0) {
      return;
    }
    setPrices(stage);
    long part = part(lots);
    deleverage(part - toProviders(part));
  }

  private long part(long lots) {
    long notional = market.margin().notional(account);
    long part =
        LiquidationSlice.autoCloseNotional(
            notional, standing.value(), standing.autoCloseRequirement(), state.assets.decimals(0));
    return Math.clamp(LiquidationSlice.size(lots, part, notional), 1, lots);
  }

  /// Below bankruptcy both sides get the mark: nobody takes a position at a worse price, and what
  /// is missing shows in the account.
  private void setPrices(MarginStage stage) {
    long markE9 = market.markE9();
    zeroPriceE9 = markE9;
    takerPriceE9 = markE9;
    if (stage == MarginStage.BANKRUPT) {
      return;
    }
    zeroPriceE9 = standing.zeroPriceE9(account, market);
    takerPriceE9 =
        state.liquidations.profile.hasBackstop()
            ? ZeroPrice.backstopE9(isLong, zeroPriceE9, markE9)
            : zeroPriceE9;
  }

  /// Returns how many lots providers have taken.
  private long toProviders(long lots) {
    if (!state.liquidations.profile.hasBackstop()) {
      return 0;
    }
    int[] providers = state.backstop.providers();
    long[] weights = new long[providers.length];
    for (int i = 0; i < providers.length; i++) {
      weights[i] = capacityLots(providers[i]);
    }
    long[] shares = ProRata.shares(lots, weights);
    long taken = 0;
    for (int i = 0; i < providers.length; i++) {
      if (shares[i] > 0 && bears(providers[i], shares[i])) {
        state.backstop.use(
            providers[i], market.quoteAmount(market.markTicks() * shares[i]), state.clockNs);
        give(providers[i], shares[i], false);
        taken += shares[i];
      }
    }
    return taken;
  }

  private long capacityLots(int provider) {
    if (provider == account || state.liquidations.has(provider)) {
      return 0;
    }
    long capacity = state.backstop.left(provider, state.clockNs);
    Side side = isLong ? Side.BUY : Side.SELL;
    return Math.min(
        capacity / market.quoteAmount(market.markTicks()),
        market.margin().roomLots(provider, side));
  }

  private boolean bears(int provider, long lots) {
    long cost = takerCost(lots);
    change.of(isLong ? lots : -lots, cost);
    return Math.abs(market.positions().cost(provider) + cost) <= Limits.POSITION_COST_MAX
        && margin.bears(provider, market, change);
  }

  private void deleverage(long lots) {
    if (lots > 0) {
      Opponents opponents = new Opponents(state);
      opponents.choose(account, market, lots);
      for (int i = 0; i < opponents.count(); i++) {
        long share = opponents.share(i);
        if (share > 0) {
          int opponent = opponents.account(i);
          state.cancelAll(opponent, market, CancelCause.DELEVERAGED);
          give(opponent, share, true);
        }
      }
    }
  }

  private void give(int taker, long lots, boolean isDeleveraged) {
    long signedLots = isLong ? lots : -lots;
    long fromCost = isLong ? -value(lots, zeroPriceE9) : value(lots, zeroPriceE9);
    long toCost = takerCost(lots);
    market.handOver(account, taker, signedLots, fromCost, toCost);
    state.sink.onDesk(
        new PositionHandedOver(
            market.listing().market(),
            account,
            taker,
            signedLots,
            fromCost,
            toCost,
            isDeleveraged));
    if (fromCost + toCost > 0) {
      int settlement = LedgerAccount.settlement(market.listing().market());
      state.ledger.post(Cause.HANDOVER, 0, settlement, LossBearers.FUND, fromCost + toCost);
    }
  }

  /// Where there is no room for what the fund would get, whoever takes over gets the zero price.
  private long takerCost(long lots) {
    long zero = value(lots, zeroPriceE9);
    long taker = value(lots, takerPriceE9);
    long fund = isLong ? taker - zero : zero - taker;
    long settlement = state.ledger.settlementBalance(market.listing().market(), 0);
    boolean hasRoom =
        state.ledger.venueBalance(VenueAccount.INSURANCE, 0) + fund <= ROOM_MAX
            && settlement - fund >= -ROOM_MAX;
    long cost = hasRoom ? taker : zero;
    return isLong ? cost : -cost;
  }

  /// Rounded alike on both sides, so that the difference is never negative.
  private long value(long lots, long priceE9) {
    return Exact.value(
        market.baseAmount(lots),
        priceE9,
        state.assets.decimals(market.listing().base()),
        state.assets.decimals(0),
        isLong ? Rounding.CEILING : Rounding.FLOOR);
  }
}
