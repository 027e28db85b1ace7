package org.plimsoll.model;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.plimsoll.ledger.Cause;
import org.plimsoll.model.NaiveZeroPrices.Prices;
import org.plimsoll.protocol.Event;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// Coins that backstop providers buy from an account in liquidation, or sell it, at the slow twin.
final class NaiveCoinHandover {
  private static final int INSURANCE = NaiveHandover.INSURANCE;
  private static final BigInteger FUND_MAX = BigInteger.TWO.pow(62);

  private final NaiveState state;
  private final NaiveGates gates;
  private final NaiveHealth health;
  private final NaiveNeeds needs;
  private final NaiveZeroPrices prices;

  NaiveCoinHandover(
      NaiveState state,
      NaiveGates gates,
      NaiveHealth health,
      NaiveNeeds needs,
      NaiveZeroPrices prices) {
    this.state = state;
    this.gates = gates;
    this.health = health;
    this.needs = needs;
    this.prices = prices;
  }

  /// A coin that changes hands for money; whoever gets it pays the fund its part, too.
  private record Deal(
      int asset, BigInteger coins, int from, int to, BigInteger money, BigInteger fund) {}

  void handOver(int number, int account, List<Event> events) {
    NaiveState.Market market = state.markets.get(number);
    Optional<NaiveNeeds.Need> need = needs.of(market, account);
    boolean isMeant =
        health.stage(account) == MarginStage.AUTO_CLOSE
            && state.failing.profile.hasBackstop()
            && need.isPresent();
    if (!isMeant) {
      return;
    }
    boolean sells = need.orElseThrow().side() == Side.SELL;
    BigInteger mark = state.baseMark(market);
    Prices at = Prices.between(sells, prices.ofAccount(sells, mark, account), mark);
    BigInteger lots = lots(market, account, need.orElseThrow(), at);
    List<Integer> providers = state.failing.providers(account, state.clock);
    List<BigInteger> weights =
        providers.stream()
            .map(each -> lots(market, state.failing.capacity(each, state.clock), mark))
            .toList();
    List<BigInteger> shares = NaiveSlices.shares(lots, weights);
    for (int i = 0; i < providers.size(); i++) {
      if (shares.get(i).signum() > 0) {
        take(market, account, providers.get(i), shares.get(i), sells, at, events);
      }
    }
  }

  /// Returns the lots that go in this second; where they are bought, no more than can be paid for.
  private BigInteger lots(NaiveState.Market market, int account, NaiveNeeds.Need need, Prices at) {
    BigInteger part =
        NaiveSlices.handedOver(need.notional(), health.of(account), NaiveSlices.thousand(state));
    BigInteger lots = NaiveSlices.lots(need.lots(), part, need.notional());
    return need.side() == Side.SELL
        ? lots
        : lots.min(lots(market, state.free(account, 0), at.zero()));
  }

  /// Returns the whole lots that an amount pays for, each rounded up.
  private BigInteger lots(NaiveState.Market market, BigInteger money, BigInteger priceE9) {
    BigInteger lot = BigInteger.valueOf(market.listing().lot());
    return money.divide(value(market.listing().base(), lot, priceE9, RoundingMode.CEILING));
  }

  private void take(
      NaiveState.Market market,
      int account,
      int provider,
      BigInteger lots,
      boolean sells,
      Prices at,
      List<Event> events) {
    int base = market.listing().base();
    BigInteger coins = lots.multiply(BigInteger.valueOf(market.listing().lot()));
    RoundingMode rounding = sells ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigInteger zero = value(base, coins, at.zero(), rounding);
    BigInteger taker = value(base, coins, at.taker(), rounding);
    BigInteger fund = taker.subtract(zero).abs();
    Deal deal =
        sells
            ? new Deal(base, coins, account, provider, zero, fund)
            : new Deal(base, coins, provider, account, zero.subtract(fund), fund);
    if (bears(deal, provider)) {
      NaiveHandover.post(state, Cause.HANDOVER, base, deal.from(), deal.to(), coins, events);
      NaiveHandover.post(state, Cause.HANDOVER, 0, deal.to(), deal.from(), deal.money(), events);
      NaiveHandover.post(state, Cause.HANDOVER, 0, deal.to(), INSURANCE, fund, events);
      state.failing.takeOver(state.clock, provider, state.value(base, coins));
    }
  }

  private BigInteger value(int base, BigInteger coins, BigInteger priceE9, RoundingMode rounding) {
    return NaiveMargin.value(
        coins,
        priceE9,
        state.assets.get(base).definition().decimals(),
        state.assets.getFirst().definition().decimals(),
        rounding);
  }

  /// Returns whether the provider has what he gives, both have room for what they get, and the
  /// provider meets his initial requirement afterwards, by trying it.
  private boolean bears(Deal deal, int provider) {
    boolean pays = deal.to() == provider;
    BigInteger given = pays ? deal.money().add(deal.fund()) : deal.coins();
    boolean has = state.free(provider, pays ? 0 : deal.asset()).compareTo(given) >= 0;
    BigInteger afterwards = state.ledger.balance(INSURANCE, 0).add(deal.fund());
    boolean fits =
        hasRoom(deal.to(), deal.asset(), deal.coins())
            && hasRoom(deal.from(), 0, deal.money())
            && afterwards.compareTo(FUND_MAX) <= 0;
    if (!has || !fits) {
      return false;
    }
    state.ledger.post(deal.asset(), deal.from(), deal.to(), deal.coins());
    state.ledger.post(0, deal.to(), deal.from(), deal.money());
    state.ledger.post(0, deal.to(), INSURANCE, deal.fund());
    boolean isCovered = gates.shortfall(provider).signum() == 0;
    state.ledger.post(0, INSURANCE, deal.to(), deal.fund());
    state.ledger.post(0, deal.from(), deal.to(), deal.money());
    state.ledger.post(deal.asset(), deal.to(), deal.from(), deal.coins());
    return isCovered;
  }

  private boolean hasRoom(int account, int asset, BigInteger amount) {
    BigInteger most = state.balance(account, asset).add(state.brings(account, asset)).add(amount);
    return most.compareTo(state.assets.get(asset).balanceMax()) <= 0;
  }
}
