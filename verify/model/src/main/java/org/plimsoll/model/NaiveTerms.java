package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What the slow twin's markets hold orders to, and which they take.
final class NaiveTerms {
  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveMeanMark means;

  NaiveTerms(NaiveState state, NaiveFutures futures) {
    this.state = state;
    this.futures = futures;
    this.means = new NaiveMeanMark(state, futures);
  }

  /// Lets time pass under the marks that bands are measured from.
  void pass(long from, long to) {
    means.pass(from, to);
  }

  void set(SetMarketLimits c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    NaiveState.Market market = state.markets.get(c.market());
    long one = NaiveMargin.ONE.longValueExact();
    parameter(c.bookCapE9(), one);
    parameter(c.bandE9(), one);
    parameter(c.premiumBandE9(), market.isFuture() ? one : 0);
    long baseMax = state.assets.get(market.listing().base()).definition().balanceMax();
    parameter(
        c.minimumLots(),
        market.isFuture()
            ? NaiveFutures.lotsMax(market).longValueExact()
            : baseMax / market.listing().lot());
    parameter(c.openOrderCap(), state.assets.get(market.quote()).definition().balanceMax());
    events.add(new Event.CommandApplied(c));
    state.limits.put(c.market(), c);
  }

  void set(SetMarketState c, List<Event> events) {
    boolean areTwo = !c.granter().equalsIgnoreCase(c.secondGranter());
    Refused.unless(areTwo, RefusalReason.SAME_GRANTER, 2, 1);
    checkListed(c.market());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    events.add(new Event.CommandApplied(c));
    state.marketStates.put(c.market(), c.state());
  }

  /// Cancels the next order of a delisted market: bids before asks, the best first. With the last
  /// one the work is done.
  boolean isDelisted(int market, List<Event> events) {
    List<NaiveOrderBook.Resting> orders = state.markets.get(market).book().orders();
    if (!orders.isEmpty()) {
      NaiveOrderBook.Resting gone = orders.getFirst();
      state.markets.get(market).book().remove(gone.order());
      events.add(
          new OrderEvent.OrderCanceled(
              gone.order(), gone.account(), market, gone.lots(), CancelCause.MARKET_DELISTED));
    }
    return orders.size() <= 1;
  }

  void checkListed(int market) {
    unless(stateOf(market) != MarketState.DELISTED, RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
  }

  void checkMayReduce(int market, boolean isReduceOnly) {
    boolean isSpot =
        market >= 0 && market < state.markets.size() && !state.markets.get(market).isFuture();
    unless(!isReduceOnly || !isSpot, RefusalReason.SPOT_CANNOT_REDUCE, 0, 1);
  }

  void checkState(int market, TimeInForce lives) {
    MarketState is = stateOf(market);
    boolean mayEnter =
        is == MarketState.OPEN
            || is == MarketState.CLOSE_ONLY
            || (is == MarketState.POST_ONLY && lives == TimeInForce.POST_ONLY);
    unless(mayEnter, RefusalReason.MARKET_STATE_FORBIDS, 0, is.ordinal());
  }

  void checkReduces(
      NaiveState.Market market, int account, Side side, long lots, boolean isReduceOnly) {
    if (isReduceOnly || stateOf(market.listing().market()) == MarketState.CLOSE_ONLY) {
      BigInteger held =
          market.isFuture()
              ? futures.position(market.listing().market(), account).lots()
              : state.balance(account, market.listing().base());
      BigInteger closable =
          (side == Side.BUY ? held.negate() : held).subtract(onTheWay(market, account, side));
      BigInteger unit = BigInteger.valueOf(market.isFuture() ? 1 : market.listing().lot());
      long closes = closable.max(BigInteger.ZERO).divide(unit).longValueExact();
      unless(lots <= closes, RefusalReason.WOULD_NOT_REDUCE, lots, closes);
    }
  }

  /// Returns how much of what the account holds its resting orders of a side would close or open.
  private BigInteger onTheWay(NaiveState.Market market, int account, Side side) {
    if (!market.isFuture()) {
      int base = market.listing().base();
      return side == Side.BUY ? state.brings(account, base) : state.takes(account, base);
    }
    return market.book().orders().stream()
        .filter(order -> order.account() == account && order.side() == side)
        .map(order -> BigInteger.valueOf(order.lots()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  long minimumLots(NaiveState.Market market) {
    return Math.max(1, limitsOf(market).minimumLots());
  }

  /// Returns the worst price at which an order may trade now, or empty for any.
  Optional<BigInteger> bookCap(NaiveState.Market market, Side side) {
    BigDecimal part = BigDecimal.valueOf(limitsOf(market).bookCapE9(), 9);
    if (part.signum() == 0) {
      return Optional.empty();
    }
    return market
        .book()
        .best(side.opposite())
        .map(best -> {
          BigDecimal price = BigDecimal.valueOf(best.priceTicks());
          return side == Side.BUY
              ? price
                  .multiply(BigDecimal.ONE.add(part))
                  .setScale(0, RoundingMode.FLOOR)
                  .toBigInteger()
              : price
                  .multiply(BigDecimal.ONE.subtract(part))
                  .setScale(0, RoundingMode.CEILING)
                  .toBigInteger()
                  .max(BigInteger.ONE);
        });
  }

  void checkBand(NaiveState.Market market, long ticks) {
    BigDecimal part = BigDecimal.valueOf(limitsOf(market).bandE9(), 9);
    BigDecimal mark = new BigDecimal(futures.markE9(market));
    if (part.signum() == 0 || mark.signum() == 0) {
      return;
    }
    BigDecimal from = new BigDecimal(means.bandedE9(market));
    BigDecimal tick = BigDecimal.valueOf(market.listing().tickE9());
    BigDecimal low = from.multiply(BigDecimal.ONE.subtract(part));
    BigDecimal high =
        from.multiply(BigDecimal.ONE.add(part)).min(BigDecimal.valueOf(Long.MAX_VALUE));
    unlessWithin(
        RefusalReason.PRICE_OUTSIDE_BAND,
        low.divide(tick, 0, RoundingMode.CEILING).longValueExact(),
        ticks,
        high.divide(tick, 0, RoundingMode.FLOOR).longValueExact());
  }

  void checkPremiumBand(NaiveState.Market market, long ticks) {
    BigInteger band = BigInteger.valueOf(limitsOf(market).premiumBandE9());
    BigInteger ratio = means.bandedRatioE9(market);
    BigDecimal index = new BigDecimal(state.baseMark(market));
    if (band.signum() == 0 || ratio.signum() == 0 || index.signum() == 0) {
      return;
    }
    BigDecimal tick = BigDecimal.valueOf(market.listing().tickE9());
    BigDecimal low = index.multiply(new BigDecimal(ratio.subtract(band).max(BigInteger.ZERO), 9));
    BigDecimal high =
        index.multiply(new BigDecimal(ratio.add(band), 9)).min(BigDecimal.valueOf(Long.MAX_VALUE));
    unlessWithin(
        RefusalReason.PREMIUM_OUTSIDE_BAND,
        low.min(BigDecimal.valueOf(Long.MAX_VALUE))
            .divide(tick, 0, RoundingMode.CEILING)
            .longValueExact(),
        ticks,
        high.divide(tick, 0, RoundingMode.FLOOR).longValueExact());
  }

  void checkCap(NaiveState.Market market, int account, Side side, BigInteger restTickLots) {
    BigInteger cap = BigInteger.valueOf(limitsOf(market).openOrderCap());
    if (cap.signum() == 0 || restTickLots.signum() == 0) {
      return;
    }
    BigInteger sum = restTickLots;
    for (NaiveOrderBook.Resting order : market.book().orders()) {
      if (order.account() == account && order.side() == side) {
        sum =
            sum.add(
                BigInteger.valueOf(order.priceTicks()).multiply(BigInteger.valueOf(order.lots())));
      }
    }
    BigInteger amount = market.quoteAmount(sum);
    unless(amount.compareTo(cap) <= 0, RefusalReason.OPEN_ORDER_CAP_REACHED, amount, cap);
  }

  private SetMarketLimits limitsOf(NaiveState.Market market) {
    int number = market.listing().market();
    return state.limits.getOrDefault(number, new SetMarketLimits(number, 0, 0, 0, 0, 0));
  }

  MarketState stateOf(int market) {
    return state.marketStates.getOrDefault(market, MarketState.OPEN);
  }

  private static void parameter(long value, long high) {
    unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, value, high);
  }
}
