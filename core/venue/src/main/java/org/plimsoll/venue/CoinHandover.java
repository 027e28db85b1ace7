package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.LiquidationSlice;
import org.plimsoll.margin.ProRata;
import org.plimsoll.margin.ZeroPrice;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;

/// The second stage of liquidation for coins: a part of what an account has to trade goes to
/// backstop providers, who pay or deliver what they have. Nobody can be deleveraged into that.
final class CoinHandover {
  private final VenueState state;
  private final MarginGate margin;
  private final Standing standing;
  private final SpotNeed need;
  private final Exchange exchange = new Exchange();
  private int account;
  private int base;
  private boolean isSale;
  private long zeroPriceE9;
  private long takerPriceE9;

  CoinHandover(VenueState state, MarginGate margin) {
    this.state = state;
    this.margin = margin;
    this.standing = new Standing(state);
    this.need = new SpotNeed(state);
  }

  void handOver(int failing, SpotMarket market) {
    boolean isDue =
        state.liquidations.profile.hasBackstop()
            && standing.bindingStage(failing) == MarginStage.AUTO_CLOSE
            && need.of(failing, market);
    if (!isDue) {
      return;
    }
    account = failing;
    base = market.listing().base();
    isSale = need.side() == Side.SELL;
    setPrices();
    long lots = part(market);
    int[] providers = state.backstop.providers();
    long[] shares = ProRata.shares(lots, capacities(providers, market));
    for (int i = 0; i < providers.length; i++) {
      trade(providers[i], market.baseAmount(shares[i]));
    }
  }

  private void setPrices() {
    long markE9 = state.assets.markE9(base);
    zeroPriceE9 = ZeroPrice.e9(isSale, markE9, standing.value(), standing.notional());
    takerPriceE9 = ZeroPrice.backstopE9(isSale, zeroPriceE9, markE9);
  }

  private long part(SpotMarket market) {
    long value = state.assets.value(base, market.baseAmount(need.lots()));
    long part =
        LiquidationSlice.autoCloseNotional(
            value, standing.value(), standing.autoCloseRequirement(), state.assets.decimals(0));
    long lots = Math.clamp(LiquidationSlice.size(need.lots(), part, value), 1, need.lots());
    return isSale ? lots : Math.min(lots, affordable(market));
  }

  /// Returns how many lots the account can pay for at its zero price.
  private long affordable(SpotMarket market) {
    long perLot =
        Exact.value(
            market.listing().lot(),
            zeroPriceE9,
            state.assets.decimals(base),
            state.assets.decimals(0),
            Rounding.CEILING);
    return Math.max(0, state.free(account, 0)) / perLot;
  }

  private long[] capacities(int[] providers, SpotMarket market) {
    long valuePerLot = state.assets.value(base, market.listing().lot());
    long[] lots = new long[providers.length];
    for (int i = 0; i < providers.length; i++) {
      boolean takes = providers[i] != account && !state.liquidations.has(providers[i]);
      lots[i] = takes ? state.backstop.left(providers[i], state.clockNs) / valuePerLot : 0;
    }
    return lots;
  }

  private void trade(int provider, long amount) {
    if (amount > 0 && canTrade(provider, amount)) {
      state.backstop.use(provider, state.assets.value(base, amount), state.clockNs);
      long ofAccount = value(amount, zeroPriceE9);
      long ofProvider = value(amount, takerPriceE9);
      int failing = LedgerAccount.customer(account);
      int taker = LedgerAccount.customer(provider);
      if (isSale) {
        post(base, failing, taker, amount);
        post(0, taker, failing, ofAccount);
        post(0, taker, LossBearers.FUND, ofProvider - ofAccount);
      } else {
        post(base, taker, failing, amount);
        post(0, failing, taker, ofProvider);
        post(0, failing, LossBearers.FUND, ofAccount - ofProvider);
      }
    }
  }

  /// Asks whether both have what they give, without a debt, and room for what they get.
  private boolean canTrade(int provider, long amount) {
    long ofAccount = value(amount, zeroPriceE9);
    long ofProvider = value(amount, takerPriceE9);
    long toFund = Math.abs(ofProvider - ofAccount);
    if (toFund > Limits.OWN_MAX - state.ledger.venueBalance(VenueAccount.INSURANCE, 0)) {
      return false;
    }
    int paid = isSale ? 0 : base;
    int received = isSale ? base : 0;
    long pays = isSale ? ofProvider : amount;
    long receives = isSale ? amount : ofProvider;
    exchange.between(paid, received).now(pays, receives).inAll(pays, receives);
    exchange.counted(pays, receives);
    return pays <= state.free(provider, paid)
        && receives <= state.room(provider, received)
        && (isSale
            ? ofAccount <= state.room(account, 0)
            : ofAccount <= state.free(account, 0) && amount <= state.room(account, base))
        && margin.bears(provider, exchange);
  }

  private long value(long amount, long priceE9) {
    return Exact.value(
        amount,
        priceE9,
        state.assets.decimals(base),
        state.assets.decimals(0),
        isSale ? Rounding.CEILING : Rounding.FLOOR);
  }

  private void post(int asset, int from, int to, long amount) {
    if (amount > 0) {
      state.ledger.post(Cause.HANDOVER, asset, from, to, amount);
    }
  }
}
