package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.plimsoll.units.Side;

/// What an account in liquidation has to trade in a market.
final class NaiveNeeds {
  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveHealth health;

  NaiveNeeds(NaiveState state, NaiveFutures futures, NaiveHealth health) {
    this.state = state;
    this.futures = futures;
    this.health = health;
  }

  /// All that there is to trade, and its value at the mark.
  record Need(Side side, BigInteger lots, BigInteger notional) {}

  Optional<Need> of(NaiveState.Market market, int account) {
    return market.isFuture() ? position(market, account) : coins(market, account);
  }

  private Optional<Need> position(NaiveState.Market market, int account) {
    BigInteger lots = futures.position(market.listing().market(), account).lots();
    Side side = lots.signum() > 0 ? Side.SELL : Side.BUY;
    return lots.signum() == 0
        ? Optional.empty()
        : Optional.of(new Need(side, lots.abs(), health.notional(market, account)));
  }

  private Optional<Need> coins(NaiveState.Market market, int account) {
    int base = market.listing().base();
    BigInteger money = state.free(account, 0);
    BigInteger has = state.balance(account, base);
    if (state.baseMark(market).signum() == 0) {
      return Optional.empty();
    }
    if (has.signum() < 0) {
      return money.signum() > 0
          ? need(market, Side.BUY, has.negate(), RoundingMode.CEILING)
          : Optional.empty();
    }
    return owedCoins(account).compareTo(money) > 0
        ? need(market, Side.SELL, state.free(account, base), RoundingMode.FLOOR)
        : Optional.empty();
  }

  private Optional<Need> need(
      NaiveState.Market market, Side side, BigInteger amount, RoundingMode rounding) {
    BigInteger lots =
        new BigDecimal(amount)
            .divide(BigDecimal.valueOf(market.listing().lot()), 0, rounding)
            .toBigIntegerExact();
    if (lots.signum() <= 0) {
      return Optional.empty();
    }
    int base = market.listing().base();
    BigInteger value = state.value(base, lots.multiply(BigInteger.valueOf(market.listing().lot())));
    return Optional.of(new Need(side, lots, value));
  }

  private BigInteger owedCoins(int account) {
    BigInteger sum = BigInteger.ZERO;
    for (int asset = 1; asset < state.assets.size(); asset++) {
      sum =
          sum.add(state.value(asset, state.balance(account, asset).negate().max(BigInteger.ZERO)));
    }
    return sum;
  }
}
