package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Futures at the slow twin: every figure of a position is worked out from its lots, its cost and
/// the resting orders each time it is asked for.
final class NaiveFutures {
  private static final BigInteger VALUE_MAX = BigInteger.TEN.pow(16);
  static final BigInteger COST_MAX = VALUE_MAX.multiply(BigInteger.TWO);
  private static final BigInteger SETTLEMENT_MAX = BigInteger.TWO.pow(62);
  private static final BigDecimal ONE_E9 = new BigDecimal(NaiveMargin.ONE);
  private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000);
  private static final MathContext DIGITS = new MathContext(60);

  private final NaiveState state;
  private final SortedMap<Place, Position> positions = new TreeMap<>();
  private final SortedMap<Integer, BigInteger> marks = new TreeMap<>();
  private final SortedMap<Integer, Hour> hours = new TreeMap<>();

  NaiveFutures(NaiveState state) {
    this.state = state;
  }

  private record Place(int market, int account) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return market != other.market
          ? Integer.compare(market, other.market)
          : Integer.compare(account, other.account);
    }
  }

  /// Signed lots, and what they have cost since the last settlement.
  record Position(BigInteger lots, BigInteger cost) {
    static final Position NONE = new Position(BigInteger.ZERO, BigInteger.ZERO);

    Position plus(BigInteger moreLots, BigInteger moreCost) {
      return new Position(lots.add(moreLots), cost.add(moreCost));
    }
  }

  /// What an order would do: trade at once, and rest.
  record Order(int market, Side side, NaiveOrderBook.Outcome outcome, long limit, BigInteger fee) {}

  /// The premium of the hour that runs, in billionths times milliseconds, and how long it ran.
  private record Hour(BigInteger integral, long millis) {
    static final Hour NEW = new Hour(BigInteger.ZERO, 0);

    Hour after(BigInteger premium, long more) {
      return new Hour(integral.add(premium.multiply(BigInteger.valueOf(more))), millis + more);
    }
  }

  Position position(int market, int account) {
    return positions.getOrDefault(new Place(market, account), Position.NONE);
  }

  BigInteger mark(int market) {
    return marks.getOrDefault(market, BigInteger.ZERO);
  }

  /// Returns the mark price of any market in billionths; 0 while there is none.
  BigInteger markE9(NaiveState.Market market) {
    return market.isFuture()
        ? mark(market.listing().market()).multiply(BigInteger.valueOf(market.listing().tickE9()))
        : state.baseMark(market);
  }

  BigInteger ticksMax(NaiveState.Market market) {
    BigInteger inBillionths =
        BigInteger.valueOf(Long.MAX_VALUE).divide(BigInteger.valueOf(market.listing().tickE9()));
    return VALUE_MAX.divide(market.stepCost()).divide(positionMax(market)).min(inBillionths);
  }

  static BigInteger lotsMax(NaiveState.Market market) {
    return positionMax(market).multiply(BigInteger.TWO);
  }

  static BigInteger positionMax(NaiveState.Market market) {
    return BigInteger.valueOf(((ListFuture) market.listing()).positionMaxLots());
  }

  void setMark(int market, BigInteger mark, List<Event> events) {
    if (!mark.equals(mark(market))) {
      marks.put(market, mark);
      events.add(new PriceEvent.FutureMarkSet(market, mark.longValueExact()));
    }
  }

  void trade(NaiveState.Market market, int buyer, int seller, NaiveOrderBook.Match match) {
    int number = market.listing().market();
    BigInteger lots = BigInteger.valueOf(match.lots());
    BigInteger ticks = BigInteger.valueOf(match.maker().priceTicks());
    BigInteger notional = market.quoteAmount(ticks.multiply(lots));
    change(number, buyer, lots, notional);
    change(number, seller, lots.negate(), notional.negate());
  }

  /// Adds to what an account holds and to what that has cost.
  void change(int market, int account, BigInteger lots, BigInteger cost) {
    positions.put(new Place(market, account), position(market, account).plus(lots, cost));
  }

  boolean isExposed(int account) {
    return state.markets.stream()
        .filter(NaiveState.Market::isFuture)
        .anyMatch(market ->
            !position(market.listing().market(), account).equals(Position.NONE)
                || market.book().orders().stream().anyMatch(o -> o.account() == account));
  }

  /// Returns what futures leave of free collateral: at most nothing.
  BigInteger free(int account, Optional<Order> order) {
    BigInteger unrealized = BigInteger.ZERO;
    BigInteger required = BigInteger.ZERO;
    for (NaiveState.Market market : state.markets) {
      if (market.isFuture()) {
        Optional<Order> asked = order.filter(o -> o.market() == market.listing().market());
        unrealized = unrealized.add(unrealized(market, account, asked));
        required = required.add(required(market, account, asked));
      }
    }
    return unrealized.min(BigInteger.ZERO).subtract(required);
  }

  void checkOrder(NaiveState.Market market, int account, Order order) {
    unless(mark(order.market()).signum() > 0, RefusalReason.NO_MARK_PRICE, 1, 0);
    BigInteger open = openLots(market, account, Optional.of(order));
    BigInteger most = positionMax(market);
    unless(open.compareTo(most) <= 0, RefusalReason.POSITION_OUT_OF_RANGE, open, most);
    if (open.compareTo(openLots(market, account, Optional.empty())) > 0) {
      checkSize(market, state.leverage.maintained(account, state.clock), open);
    }
    BigInteger cost = after(market, account, Optional.of(order)).cost().abs();
    unless(cost.compareTo(COST_MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, cost, COST_MAX);
  }

  /// Asks whether every position of an account could be had at a leverage.
  void checkSizes(int account, int leverage) {
    state.markets.stream()
        .filter(NaiveState.Market::isFuture)
        .forEach(
            market -> checkSize(market, leverage, openLots(market, account, Optional.empty())));
  }

  private void checkSize(NaiveState.Market market, int leverage, BigInteger lots) {
    int decimals = state.assets.getFirst().definition().decimals();
    BigInteger notional = market.quoteAmount(lots.multiply(mark(market.listing().market())));
    NaiveLeverage.most(leverage, decimals)
        .ifPresent(most ->
            unless(
                notional.compareTo(most) <= 0,
                RefusalReason.TOO_LARGE_FOR_LEVERAGE,
                notional,
                most));
  }

  /// Returns what the account's position has earned since it was last settled.
  BigInteger unrealized(NaiveState.Market market, int account, Optional<Order> asked) {
    Position position = after(market, account, asked);
    BigInteger ticks = mark(market.listing().market());
    return market.quoteAmount(position.lots().multiply(ticks)).subtract(position.cost());
  }

  private Position after(NaiveState.Market market, int account, Optional<Order> asked) {
    Position position = position(market.listing().market(), account);
    if (asked.isEmpty()) {
      return position;
    }
    BigInteger sign = sign(asked.get().side());
    BigInteger lots = BigInteger.valueOf(asked.get().outcome().filledLots()).multiply(sign);
    BigInteger cost = market.quoteAmount(asked.get().outcome().tickLots()).multiply(sign);
    return position.plus(lots, cost.add(asked.get().fee()));
  }

  private BigInteger required(NaiveState.Market market, int account, Optional<Order> asked) {
    BigInteger mark = mark(market.listing().market());
    BigInteger open = openLots(market, account, asked);
    BigInteger notional = market.quoteAmount(open.multiply(mark));
    BigDecimal fraction = fraction((ListFuture) market.listing(), account, open);
    BigDecimal required = new BigDecimal(notional).multiply(fraction);
    BigInteger requirement = required.setScale(0, RoundingMode.CEILING).toBigIntegerExact();
    BigInteger loss = BigInteger.ZERO;
    for (NaiveOrderBook.Resting order : resting(market, account, asked)) {
      BigInteger behind =
          BigInteger.valueOf(order.priceTicks()).subtract(mark).multiply(sign(order.side()));
      BigInteger lots = BigInteger.valueOf(order.lots());
      loss = loss.add(market.quoteAmount(behind.max(BigInteger.ZERO).multiply(lots)));
    }
    return requirement.add(loss);
  }

  private BigDecimal fraction(ListFuture listing, int account, BigInteger lots) {
    int decimals = state.assets.get(listing.base()).definition().decimals();
    BigDecimal coins =
        new BigDecimal(lots.multiply(BigInteger.valueOf(listing.lot()))).movePointLeft(decimals);
    BigDecimal root = coins.sqrt(DIGITS).setScale(9, RoundingMode.FLOOR);
    BigDecimal growth =
        BigDecimal.valueOf(listing.imfFactorE9(), 9)
            .multiply(root)
            .setScale(9, RoundingMode.CEILING);
    BigDecimal base = state.leverage.base(account);
    BigDecimal weight = BigDecimal.valueOf(listing.imfWeightE9()).divide(ONE_E9, DIGITS);
    return base.max(growth).multiply(weight).setScale(9, RoundingMode.CEILING).min(BigDecimal.ONE);
  }

  private BigInteger openLots(NaiveState.Market market, int account, Optional<Order> asked) {
    BigInteger lots = after(market, account, asked).lots();
    BigInteger buys = lots;
    BigInteger sells = lots;
    for (NaiveOrderBook.Resting order : resting(market, account, asked)) {
      BigInteger more = BigInteger.valueOf(order.lots());
      buys = order.side() == Side.BUY ? buys.add(more) : buys;
      sells = order.side() == Side.SELL ? sells.subtract(more) : sells;
    }
    return buys.abs().max(sells.abs());
  }

  private static List<NaiveOrderBook.Resting> resting(
      NaiveState.Market market, int account, Optional<Order> asked) {
    List<NaiveOrderBook.Resting> resting =
        new ArrayList<>(
            market.book().orders().stream().filter(o -> o.account() == account).toList());
    asked
        .filter(order -> order.outcome().restLots() > 0)
        .ifPresent(o ->
            resting.add(
                new NaiveOrderBook.Resting(
                    0,
                    account,
                    o.side(),
                    o.limit(),
                    o.outcome().restLots(),
                    NaiveOrderBook.Terms.PLAIN)));
    return resting;
  }

  private static BigInteger sign(Side side) {
    return side == Side.BUY ? BigInteger.ONE : BigInteger.ONE.negate();
  }

  /// Pays every account's profit or loss into its balance, as far as the bounds of balances go.
  void settle(int number, List<Event> events) {
    for (int account = 0; account < state.accounts.size(); account++) {
      BigInteger earned = unrealized(state.markets.get(number), account, Optional.empty());
      pay(number, account, earned, Cause.SETTLEMENT, events);
    }
  }

  /// Lets time pass under the premiums that stand, an hour at most.
  void pass(long nanos) {
    for (NaiveState.Market market : state.markets) {
      int number = market.listing().market();
      BigInteger index = state.baseMark(market);
      boolean isPerpetual = market.listing() instanceof ListFuture f && f.expiryNs() == 0;
      if (isPerpetual && mark(number).signum() > 0 && index.signum() > 0) {
        Hour hour = hours.getOrDefault(number, Hour.NEW);
        long millis = Math.min(nanos / 1_000_000, 3_600_000 - hour.millis());
        hours.put(number, hour.after(premium(market, index), millis));
      }
    }
  }

  private BigInteger premium(NaiveState.Market market, BigInteger index) {
    BigInteger price =
        mark(market.listing().market()).multiply(BigInteger.valueOf(market.listing().tickE9()));
    return new BigDecimal(price.subtract(index).multiply(NaiveMargin.ONE))
        .divide(new BigDecimal(index), 0, RoundingMode.FLOOR)
        .toBigIntegerExact()
        .min(NaiveMargin.ONE.multiply(BigInteger.valueOf(24)));
  }

  /// Makes every holder pay for the hour, rounded up; what is left over is the fund's.
  void fund(int number, List<Event> events) {
    NaiveState.Market market = state.markets.get(number);
    BigDecimal integral = new BigDecimal(hours.getOrDefault(number, Hour.NEW).integral());
    hours.put(number, Hour.NEW);
    BigDecimal rate = integral.divide(DAY, 0, RoundingMode.FLOOR);
    events.add(new PriceEvent.FundingRateSet(number, rate.longValueExact()));
    BigDecimal perCoin =
        new BigDecimal(state.baseMark(market))
            .multiply(integral)
            .divide(DAY.multiply(ONE_E9), 0, RoundingMode.FLOOR);
    BigInteger remainder = BigInteger.ZERO;
    for (int account = 0; account < state.accounts.size(); account++) {
      BigInteger payment = payment(market, position(number, account).lots(), perCoin);
      remainder = remainder.add(payment);
      change(number, account, BigInteger.ZERO, payment);
      BigInteger left = payment.add(pay(number, account, payment.negate(), Cause.FUNDING, events));
      if (left.signum() != 0) {
        events.add(new PriceEvent.FundingDeferred(number, account, left.longValueExact()));
      }
    }
    if (remainder.signum() > 0) {
      transfer(
          Cause.FUNDING,
          number | NaiveLedger.SETTLEMENT_BITS,
          NaiveLedger.VENUE_BIT + 1,
          remainder,
          events);
    }
  }

  private BigInteger payment(NaiveState.Market market, BigInteger lots, BigDecimal perCoin) {
    int decimals = state.assets.get(market.listing().base()).definition().decimals();
    return new BigDecimal(lots.multiply(BigInteger.valueOf(market.listing().lot())))
        .multiply(perCoin)
        .movePointLeft(9 + decimals)
        .movePointRight(state.assets.getFirst().definition().decimals())
        .setScale(0, RoundingMode.CEILING)
        .toBigIntegerExact();
  }

  /// Pays an amount into a balance, or out of it, as far as the bounds of balances go; the rest
  /// stays with the position.
  BigInteger pay(int market, int account, BigInteger amount, Cause cause, List<Event> events) {
    int settlement = market | NaiveLedger.SETTLEMENT_BITS;
    BigInteger max = state.assets.getFirst().balanceMax();
    BigInteger balance = state.balance(account, 0);
    BigInteger paidIn = state.ledger.balance(settlement, 0);
    BigInteger gain = max.subtract(balance).subtract(state.brings(account, 0));
    BigInteger paid =
        amount
            .min(gain.max(BigInteger.ZERO))
            .min(SETTLEMENT_MAX.add(paidIn))
            .max(lossMax(account, max).negate())
            .max(paidIn.subtract(SETTLEMENT_MAX));
    if (paid.signum() != 0) {
      boolean isGain = paid.signum() > 0;
      change(market, account, BigInteger.ZERO, paid);
      state.failing.earn(state.clock, account, cause == Cause.SETTLEMENT ? paid : BigInteger.ZERO);
      transfer(
          cause, isGain ? settlement : account, isGain ? account : settlement, paid.abs(), events);
    }
    return paid;
  }

  /// What is offered to lend is not touched by a loss, and all accounts may owe only so much.
  private BigInteger lossMax(int account, BigInteger max) {
    BigInteger left = state.balance(account, 0).subtract(state.takes(account, 0));
    BigInteger reserved = state.offers.of(account, 0).reserved();
    BigInteger room = SETTLEMENT_MAX.subtract(state.possibleDebts(0));
    BigInteger most =
        reserved.signum() > 0
            ? left.subtract(reserved)
            : max.add(left).min(left.max(BigInteger.ZERO).add(room));
    return most.max(BigInteger.ZERO);
  }

  private void transfer(Cause cause, int from, int to, BigInteger amount, List<Event> events) {
    state.ledger.post(0, from, to, amount);
    events.add(new Event.TransferPosted(cause, 0, from, to, amount.longValueExact()));
  }
}
