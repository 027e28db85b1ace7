package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.plimsoll.units.MarginStage;

/// At which prices positions and coins of a failing account change hands, in billionths.
final class NaiveZeroPrices {
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveHealth health;

  NaiveZeroPrices(NaiveState state, NaiveFutures futures, NaiveHealth health) {
    this.state = state;
    this.futures = futures;
    this.health = health;
  }

  /// The price at which an account closes, and the one at which whoever takes over does.
  record Prices(BigInteger zero, BigInteger taker) {
    static Prices between(boolean isLong, BigInteger zero, BigInteger mark) {
      BigInteger third =
          quotient(mark.subtract(zero), THREE, isLong ? RoundingMode.CEILING : RoundingMode.FLOOR);
      return new Prices(zero, zero.add(third));
    }
  }

  /// Returns the prices of a position; past bankruptcy both are the mark.
  Prices of(NaiveState.Market market, int account, MarginStage stage) {
    BigInteger mark = futures.markE9(market);
    if (stage == MarginStage.BANKRUPT) {
      return new Prices(mark, mark);
    }
    boolean isLong = futures.position(market.listing().market(), account).lots().signum() > 0;
    BigInteger zero =
        state.failing.profile.hasPositionZeroPrice()
            ? ofPosition(market, account)
            : ofAccount(isLong, mark, account);
    return state.failing.profile.hasBackstop()
        ? Prices.between(isLong, zero, mark)
        : new Prices(zero, zero);
  }

  /// Returns the zero price of all that an account has of one kind.
  BigInteger ofAccount(boolean isLong, BigInteger mark, int account) {
    NaiveHealth.Figures figures = health.of(account);
    return zero(isLong, mark, figures.value(), figures.notional());
  }

  private BigInteger ofPosition(NaiveState.Market market, int account) {
    BigInteger sum = health.of(account).maintenance();
    BigInteger own = health.maintenance(market, account);
    BigInteger share =
        sum.signum() == 0
            ? BigInteger.ZERO
            : quotient(health.of(account).value().multiply(own), sum, RoundingMode.FLOOR);
    boolean isLong = futures.position(market.listing().market(), account).lots().signum() > 0;
    return zero(isLong, futures.markE9(market), share, health.notional(market, account));
  }

  private static BigInteger zero(
      boolean isLong, BigInteger mark, BigInteger value, BigInteger notional) {
    BigInteger rest = isLong ? notional.subtract(value) : notional.add(value);
    RoundingMode rounding = isLong ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return quotient(mark.multiply(rest.max(BigInteger.ZERO)), notional, rounding).min(LARGEST_LONG);
  }

  /// Returns the rank of a position by profit and leverage, in billionths.
  BigInteger rank(NaiveState.Market market, int account) {
    BigInteger profit = futures.unrealized(market, account, Optional.empty());
    boolean isLong = futures.position(market.listing().market(), account).lots().signum() > 0;
    BigInteger notional = health.notional(market, account);
    BigInteger entry =
        (isLong ? notional.subtract(profit) : notional.add(profit)).max(BigInteger.ONE);
    BigInteger mark = futures.markE9(market);
    BigInteger away = mark.subtract(ofPosition(market, account)).abs();
    BigInteger leverage =
        away.signum() == 0
            ? LARGEST_LONG
            : capped(mark.multiply(NaiveMargin.ONE), away, RoundingMode.FLOOR).max(BigInteger.ONE);
    if (profit.signum() >= 0) {
      BigInteger part = capped(profit.multiply(NaiveMargin.ONE), entry, RoundingMode.FLOOR);
      return capped(part.multiply(leverage), NaiveMargin.ONE, RoundingMode.FLOOR);
    }
    BigInteger part =
        capped(profit.negate().multiply(NaiveMargin.ONE), entry, RoundingMode.CEILING);
    return capped(part.multiply(NaiveMargin.ONE), leverage, RoundingMode.CEILING).negate();
  }

  private static BigInteger capped(BigInteger amount, BigInteger by, RoundingMode rounding) {
    return quotient(amount, by, rounding).min(LARGEST_LONG);
  }

  private static BigInteger quotient(BigInteger amount, BigInteger by, RoundingMode rounding) {
    return new BigDecimal(amount).divide(new BigDecimal(by), 0, rounding).toBigIntegerExact();
  }
}
