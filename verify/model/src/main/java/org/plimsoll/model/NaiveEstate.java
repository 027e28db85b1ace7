package org.plimsoll.model;

import static org.plimsoll.model.NaiveHandover.INSURANCE;
import static org.plimsoll.model.NaiveHandover.post;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.units.MarginStage;

/// What becomes of an account that owes more than it has, at the slow twin.
final class NaiveEstate {
  static final int CAPITAL = NaiveLedger.VENUE_BIT + 2;
  private static final BigInteger ROOM = BigInteger.TWO.pow(62);

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveHealth health;

  NaiveEstate(NaiveState state, NaiveFutures futures, NaiveHealth health) {
    this.state = state;
    this.futures = futures;
    this.health = health;
  }

  /// Lets the fund pay an account's debts and take what they are worth, and says who bears the
  /// rest.
  void takeOver(int account, List<Event> events) {
    if (health.stage(account) != MarginStage.BANKRUPT || hasPosition(account)) {
      return;
    }
    for (NaiveState.Market market : futuresMarkets()) {
      BigInteger earned = futures.unrealized(market, account, Optional.empty());
      futures.pay(market.listing().market(), account, earned, Cause.SETTLEMENT, events);
    }
    if (!fits(account)) {
      return;
    }
    BigInteger fund = worthOfFund();
    BigInteger left = payDebts(account, events);
    for (NaiveState.Market market : futuresMarkets()) {
      left = left.add(payLoss(account, market, events));
    }
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger free = state.balance(account, asset).subtract(reserved(account, asset));
      left = left.subtract(take(account, asset, free, left, events));
    }
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger before = state.balance(account, asset);
      left = left.subtract(take(account, asset, reserved(account, asset), left, events));
      lendNoMore(account, asset, before.subtract(state.balance(account, asset)), events);
    }
    if (left.signum() > 0) {
      bear(account, left, fund, events);
    }
  }

  private List<NaiveState.Market> futuresMarkets() {
    return state.markets.stream().filter(NaiveState.Market::isFuture).toList();
  }

  private BigInteger reserved(int account, int asset) {
    return state.offers.of(account, asset).reserved();
  }

  private BigInteger loss(int account, NaiveState.Market market) {
    return futures.unrealized(market, account, Optional.empty()).negate().max(BigInteger.ZERO);
  }

  /// Lets the fund pay what an account has lost in a future and not paid, and returns that.
  private BigInteger payLoss(int account, NaiveState.Market market, List<Event> events) {
    BigInteger loss = loss(account, market);
    if (loss.signum() > 0) {
      int number = market.listing().market();
      futures.change(number, account, BigInteger.ZERO, loss.negate());
      state.failing.earn(state.clock, account, loss.negate());
      events.add(new LiquidationEvent.LossTakenOver(account, number, loss.longValueExact()));
      int settlement = number | NaiveLedger.SETTLEMENT_BITS;
      post(state, Cause.ESTATE, 0, INSURANCE, settlement, loss, events);
    }
    return loss;
  }

  /// Lowers an offer by what was taken of what is reserved for it.
  private void lendNoMore(int account, int asset, BigInteger taken, List<Event> events) {
    if (taken.signum() > 0) {
      NaiveOffers.Offer offer = state.offers.of(account, asset);
      BigInteger rest = offer.reserved().subtract(taken);
      BigInteger lent = offer.lent().min(rest);
      state.offers.put(
          account,
          asset,
          new NaiveOffers.Offer(offer.amount().min(rest), offer.rate(), lent, rest));
      events.add(
          new LendingEvent.BalanceReserved(
              account, asset, lent.longValueExact(), rest.longValueExact()));
    }
  }

  boolean hasPosition(int account) {
    return state.markets.stream()
        .anyMatch(
            market -> futures.position(market.listing().market(), account).lots().signum() != 0);
  }

  private boolean fits(int account) {
    BigInteger lost = BigInteger.ZERO;
    boolean fits = true;
    for (NaiveState.Market market : futuresMarkets()) {
      BigInteger loss = loss(account, market);
      lost = lost.add(loss);
      int settlement = market.listing().market() | NaiveLedger.SETTLEMENT_BITS;
      fits &= state.ledger.balance(settlement, 0).add(loss).compareTo(ROOM) <= 0;
    }
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger sum = state.ledger.balance(INSURANCE, asset).add(state.balance(account, asset));
      sum = asset == 0 ? sum.subtract(lost) : sum;
      fits &= sum.abs().compareTo(ROOM) <= 0;
    }
    return fits;
  }

  private BigInteger worthOfFund() {
    BigInteger worth = BigInteger.ZERO;
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger max = state.assets.get(asset).balanceMax();
      BigInteger has = state.ledger.balance(INSURANCE, asset).min(max).max(max.negate());
      worth = worth.add(health.worth(asset, has));
    }
    return worth.max(BigInteger.ZERO);
  }

  private BigInteger payDebts(int account, List<Event> events) {
    BigInteger sum = BigInteger.ZERO;
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger debt = state.balance(account, asset).negate();
      if (debt.signum() > 0) {
        sum = sum.add(state.value(asset, debt));
        post(state, Cause.ESTATE, asset, INSURANCE, account, debt, events);
      }
    }
    return sum;
  }

  /// Takes what is left to take of what is there of one asset, and returns what it is worth, at
  /// most that.
  private BigInteger take(
      int account, int asset, BigInteger has, BigInteger left, List<Event> events) {
    BigInteger mark = state.assets.get(asset).mark();
    if (has.signum() <= 0 || mark.signum() == 0 || left.signum() == 0) {
      return BigInteger.ZERO;
    }
    int decimals = state.assets.get(asset).definition().decimals();
    int quoteDecimals = state.assets.getFirst().definition().decimals();
    BigInteger worth = NaiveMargin.value(has, mark, decimals, quoteDecimals, RoundingMode.FLOOR);
    BigInteger enough =
        new BigDecimal(left)
            .movePointLeft(quoteDecimals)
            .movePointRight(9 + decimals)
            .divide(new BigDecimal(mark), 0, RoundingMode.CEILING)
            .toBigIntegerExact();
    boolean covers = worth.compareTo(left) >= 0;
    post(state, Cause.ESTATE, asset, account, INSURANCE, covers ? enough : has, events);
    return covers ? left : worth;
  }

  private void bear(int account, BigInteger loss, BigInteger fundWorth, List<Event> events) {
    BigInteger fund = loss.min(fundWorth);
    BigInteger capital =
        loss.subtract(fund).min(room()).min(state.ledger.balance(CAPITAL, 0).max(BigInteger.ZERO));
    post(state, Cause.LOSS_COVERED, 0, CAPITAL, INSURANCE, capital, events);
    BigInteger left = loss.subtract(fund).subtract(capital);
    List<BigInteger> weights =
        IntStream.range(0, state.accounts.size()).mapToObj(this::bearable).toList();
    List<BigInteger> shares = NaiveSlices.shares(left.min(room()), weights);
    for (int i = 0; i < shares.size(); i++) {
      post(state, Cause.SOCIALIZED_LOSS, 0, i, INSURANCE, shares.get(i), events);
      left = left.subtract(shares.get(i));
    }
    BigInteger profits = loss.subtract(fund).subtract(capital).subtract(left);
    events.add(
        new LiquidationEvent.LossBorne(
            account,
            loss.longValueExact(),
            fund.longValueExact(),
            capital.longValueExact(),
            profits.longValueExact(),
            left.longValueExact()));
  }

  private BigInteger room() {
    return ROOM.subtract(state.ledger.balance(INSURANCE, 0)).max(BigInteger.ZERO);
  }

  /// Returns what an account can lose of the profits of its day.
  private BigInteger bearable(int account) {
    BigInteger profit = state.failing.earnedToday(account, state.clock);
    for (NaiveState.Market market : state.markets) {
      if (market.isFuture()) {
        profit = profit.add(futures.unrealized(market, account, Optional.empty()));
      }
    }
    return profit.min(state.free(account, 0)).max(BigInteger.ZERO);
  }
}
