package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.model.NaiveOrderBook.Terms;
import org.plimsoll.protocol.Event;
import org.plimsoll.units.Side;

/// Orders into the book for accounts in liquidation, at the slow twin.
final class NaiveSales {
  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveNeeds needs;
  private final NaiveTrading trading;
  private final NaiveFees fees;

  NaiveSales(
      NaiveState state,
      NaiveFutures futures,
      NaiveNeeds needs,
      NaiveTrading trading,
      NaiveFees fees) {
    this.fees = fees;
    this.state = state;
    this.futures = futures;
    this.needs = needs;
    this.trading = trading;
  }

  /// Sends an account's order, if there is anything to send, and returns what is left of the
  /// budget.
  BigInteger send(
      int number, int account, NaiveLottery lottery, BigInteger budget, List<Event> events) {
    NaiveState.Market market = state.markets.get(number);
    Optional<NaiveNeeds.Need> found = needs.of(market, account);
    if (found.isEmpty()) {
      return budget;
    }
    NaiveNeeds.Need need = found.orElseThrow();
    BigInteger part =
        NaiveSlices.intoBook(
            need.notional(), budget, lottery.scale(number, account), NaiveSlices.thousand(state));
    BigInteger lots = NaiveSlices.lots(need.lots(), part, need.notional());
    market
        .book()
        .best(need.side().opposite())
        .filter(best -> isInReach(market, need.side(), best.priceTicks()))
        .map(best -> limit(need.side(), best.priceTicks(), lottery.offset(number, account)))
        .map(limit -> within(market, need.side(), limit))
        .ifPresent(limit -> send(market, account, need.side(), limit, lots, events));
    return budget.subtract(part).max(BigInteger.ZERO);
  }

  private boolean isInReach(NaiveState.Market market, Side side, long best) {
    BigInteger reach = reach(market, side);
    int farther = BigInteger.valueOf(best).compareTo(reach);
    return side == Side.BUY ? farther <= 0 : farther >= 0;
  }

  private long within(NaiveState.Market market, Side side, long limit) {
    BigInteger reach = reach(market, side);
    BigInteger asked = BigInteger.valueOf(limit);
    return (side == Side.BUY ? asked.min(reach) : asked.max(reach)).longValueExact();
  }

  /// Returns the price that is 2 % from the mark, to the tick nearer to it.
  private BigInteger reach(NaiveState.Market market, Side side) {
    boolean buys = side == Side.BUY;
    RoundingMode nearer = buys ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal part = buys ? new BigDecimal("1.02") : new BigDecimal("0.98");
    return new BigDecimal(futures.markE9(market))
        .multiply(part)
        .setScale(0, nearer)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .divide(BigDecimal.valueOf(market.listing().tickE9()), 0, nearer)
        .toBigIntegerExact();
  }

  private static long limit(Side side, long best, BigDecimal offset) {
    BigDecimal price = BigDecimal.valueOf(best);
    return side == Side.BUY
        ? price
            .multiply(BigDecimal.ONE.add(offset))
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact()
        : Math.max(
            1,
            price
                .multiply(BigDecimal.ONE.subtract(offset))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
  }

  private void send(
      NaiveState.Market market,
      int account,
      Side side,
      long limit,
      BigInteger wanted,
      List<Event> events) {
    BigInteger lots = wanted;
    if (!market.isFuture() && side == Side.BUY) {
      BigInteger each = market.quoteAmount(BigInteger.valueOf(limit));
      lots = lots.min(affordable(account, each));
    }
    if (lots.signum() > 0 && hasRoom(market, account, side, limit, lots.longValueExact())) {
      int number = market.listing().market();
      trading.send(account, number, side, limit, lots.longValueExact(), events);
    }
  }

  /// Takes lots off until what is free pays for the rest with its fee.
  private BigInteger affordable(int account, BigInteger each) {
    BigInteger free = state.free(account, 0).max(BigInteger.ZERO);
    BigInteger lots = free.divide(each);
    BigInteger missing = missing(account, each, lots, free);
    while (missing.signum() > 0) {
      lots = lots.subtract(missing.add(each).subtract(BigInteger.ONE).divide(each).min(lots));
      missing = missing(account, each, lots, free);
    }
    while (missing(account, each, lots.add(BigInteger.ONE), free).signum() <= 0) {
      lots = lots.add(BigInteger.ONE);
    }
    return lots;
  }

  private BigInteger missing(int account, BigInteger each, BigInteger lots, BigInteger free) {
    BigInteger cost = lots.multiply(each);
    return cost.add(fees.ofTaker(account, cost)).subtract(free);
  }

  /// Returns whether what an order fills leaves its owner's balances within their bounds.
  private boolean hasRoom(NaiveState.Market market, int account, Side side, long limit, long lots) {
    if (market.isFuture()) {
      return true;
    }
    NaiveOrderBook.Outcome outcome =
        market.book().preview(account, side, OptionalLong.of(limit), lots, Terms.AT_ONCE);
    boolean buys = side == Side.BUY;
    int asset = buys ? market.listing().base() : market.quote();
    BigInteger received =
        buys ? market.baseAmount(outcome.filledLots()) : market.quoteAmount(outcome.tickLots());
    BigInteger after =
        state.balance(account, asset).add(state.brings(account, asset)).add(received);
    return after.compareTo(state.assets.get(asset).balanceMax()) <= 0;
  }
}
