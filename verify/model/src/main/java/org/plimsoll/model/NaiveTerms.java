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

  NaiveTerms(NaiveState state) {
    this.state = state;
  }

  void set(SetMarketLimits c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    NaiveState.Market market = state.markets.get(c.market());
    long one = NaiveMargin.ONE.longValueExact();
    parameter(c.bookCapE9(), one);
    parameter(c.bandE9(), one);
    long baseMax = state.assets.get(market.listing().base()).definition().balanceMax();
    parameter(c.minimumLots(), baseMax / market.listing().lot());
    parameter(
        c.openOrderCap(), state.assets.get(market.listing().quote()).definition().balanceMax());
    events.add(new Event.CommandApplied(c));
    state.limits.put(c.market(), c);
  }

  void set(SetMarketState c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    unless(stateOf(c.market()) != MarketState.DELISTED, RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
    events.add(new Event.CommandApplied(c));
    state.marketStates.put(c.market(), c.state());
    if (c.state() == MarketState.DELISTED) {
      state.due.add(new NaiveState.Due(state.clock, NaiveState.Due.DELISTING, c.market()));
    }
  }

  /// Cancels the next order of a delisted market: bids before asks, the best first. Where there is
  /// none the work is done.
  void delist(NaiveState.Due due, List<Event> events) {
    int market = (int) due.id();
    Optional<NaiveOrderBook.Resting> order =
        state.markets.get(market).book().orders().stream().findFirst();
    if (order.isEmpty()) {
      state.due.remove(due);
    } else {
      NaiveOrderBook.Resting gone = order.get();
      state.markets.get(market).book().remove(gone.order());
      events.add(
          new OrderEvent.OrderCanceled(
              gone.order(), gone.account(), market, gone.lots(), CancelCause.MARKET_DELISTED));
    }
  }

  void checkState(int account, NaiveState.Market market, Side side, long lots, TimeInForce lives) {
    MarketState is = stateOf(market.listing().market());
    boolean mayEnter =
        is == MarketState.OPEN
            || is == MarketState.CLOSE_ONLY
            || (is == MarketState.POST_ONLY && lives == TimeInForce.POST_ONLY);
    unless(mayEnter, RefusalReason.MARKET_STATE_FORBIDS, 0, is.ordinal());
    if (is == MarketState.CLOSE_ONLY) {
      int base = market.listing().base();
      BigInteger balance = state.balance(account, base);
      BigInteger left =
          side == Side.BUY
              ? balance.negate().subtract(state.brings(account, base))
              : balance.subtract(state.takes(account, base));
      long closes =
          left.max(BigInteger.ZERO)
              .divide(BigInteger.valueOf(market.listing().lot()))
              .longValueExact();
      unless(lots <= closes, RefusalReason.WOULD_NOT_REDUCE, lots, closes);
    }
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
    BigDecimal mark = new BigDecimal(state.baseMark(market));
    if (part.signum() == 0 || mark.signum() == 0) {
      return;
    }
    BigDecimal tick = BigDecimal.valueOf(market.listing().tickE9());
    BigDecimal low = mark.multiply(BigDecimal.ONE.subtract(part));
    BigDecimal high =
        mark.multiply(BigDecimal.ONE.add(part)).min(BigDecimal.valueOf(Long.MAX_VALUE));
    unlessWithin(
        RefusalReason.PRICE_OUTSIDE_BAND,
        low.divide(tick, 0, RoundingMode.CEILING).longValueExact(),
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
    return state.limits.getOrDefault(number, new SetMarketLimits(number, 0, 0, 0, 0));
  }

  private MarketState stateOf(int market) {
    return state.marketStates.getOrDefault(market, MarketState.OPEN);
  }

  private static void parameter(long value, long high) {
    unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, value, high);
  }
}
