package org.plimsoll.model;

import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.SetMakerRebate;
import org.plimsoll.protocol.TokenEvent;
import org.plimsoll.units.Side;

/// Fees at the slow twin: volumes by owner and day, and what each trade costs, worked out from what
/// its order has traded before.
final class NaiveFees {
  private static final BigInteger OWN_MAX = BigInteger.TWO.pow(62);
  private static final BigInteger DAY_MAX = BigInteger.TEN.pow(17);
  private static final long DAY = 86_400_000_000_000L;
  private static final int FEES = NaiveLedger.VENUE_BIT;
  private static final int FUND = NaiveLedger.VENUE_BIT + 1;

  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveToken token;
  private final SortedMap<Integer, SortedMap<Long, BigInteger>> volumes = new TreeMap<>();
  private final List<NaiveOrderBook.Match> toCome = new ArrayList<>();
  private final SortedMap<Integer, Long> rebates = new TreeMap<>();
  private final SortedMap<Integer, NaiveSchedule.Place> places = new TreeMap<>();
  private final SortedMap<Integer, NaiveSchedule.Rates> rates = new TreeMap<>();
  private long day;
  private long takerOrder;
  private BigInteger traded = BigInteger.ZERO;
  private BigInteger earned = BigInteger.ZERO;

  NaiveFees(NaiveState state, NaiveFutures futures, NaiveToken token) {
    this.state = state;
    this.futures = futures;
    this.token = token;
  }

  /// Lets the first day count.
  void begin() {
    day = Math.floorDiv(state.clock, DAY);
  }

  void on(SetMakerRebate c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.rebateE9(), 100_000);
    events.add(new Event.CommandApplied(c));
    rebates.put(state.owners.get(c.account()), c.rebateE9());
    reprice(c.account(), events);
  }

  /// Works out the fees of an account's owner anew within the day.
  void reprice(int account, List<Event> events) {
    int owner = state.owners.get(account);
    fix(owner, place(owner), events);
  }

  /// Returns what the venue has earned by trades since the last [#takeEarned].
  BigInteger earned() {
    return earned;
  }

  /// Returns what the venue has earned by trades since the last call.
  BigInteger takeEarned() {
    BigInteger sum = earned;
    earned = BigInteger.ZERO;
    return sum;
  }

  /// Places every owner by what he traded in the 30 days before the one that begins.
  void roll(List<Event> events) {
    long today = Math.floorDiv(state.clock, DAY);
    for (int account = 0; account < state.accounts.size(); account++) {
      token.release(account, events);
    }
    for (int account = 0; account < state.accounts.size(); account++) {
      if (state.owners.get(account) == account) {
        BigInteger volume =
            volumes
                .getOrDefault(account, new TreeMap<>())
                .subMap(today - 30, today)
                .values()
                .stream()
                .reduce(BigInteger.ZERO, BigInteger::add);
        fix(account, place(account, volume), events);
      }
    }
    day = today;
  }

  private BigDecimal whole(BigInteger volume) {
    int decimals = state.assets.isEmpty() ? 0 : state.assets.getFirst().definition().decimals();
    return new BigDecimal(volume, decimals);
  }

  private void fix(int owner, NaiveSchedule.Place place, List<Event> events) {
    NaiveSchedule.Place placeBefore = place(owner);
    NaiveSchedule.Rates before = rates(owner);
    places.put(owner, place);
    NaiveSchedule.Rates after =
        NaiveSchedule.rates(place, token.stakedWhole(owner), rebates.getOrDefault(owner, 0L));
    rates.put(owner, after);
    if (!place.equals(placeBefore) || !after.equals(before)) {
      events.add(
          new TokenEvent.FeesFixed(
              owner, place.tier(), place.discountE9(), after.makerE9(), after.takerE9()));
    }
  }

  private NaiveSchedule.Place place(int owner, BigInteger volume) {
    return new NaiveSchedule.Place(
        NaiveSchedule.tier(whole(volume)), NaiveSchedule.discountE9(token.heldValue(owner)));
  }

  private NaiveSchedule.Place place(int owner) {
    return places.getOrDefault(owner, NaiveSchedule.Place.FIRST);
  }

  private NaiveSchedule.Rates rates(int owner) {
    return rates.getOrDefault(
        owner, NaiveSchedule.rates(NaiveSchedule.Place.FIRST, BigDecimal.ZERO, 0));
  }

  /// Returns what an order would pay that trades so much at once.
  BigInteger ofTaker(int account, BigInteger notional) {
    return state.rules < 3
        ? BigInteger.ZERO
        : plain(account, notional).add(surcharge(account, notional));
  }

  private BigInteger plain(int account, BigInteger notional) {
    return fee(notional, rates(state.owners.get(account)).takerE9());
  }

  /// Returns what high leverage adds.
  private BigInteger surcharge(int account, BigInteger amount) {
    return state.leverage.ofNew(account) < 50 ? BigInteger.ZERO : fee(amount, 500_000);
  }

  private static BigInteger largerHalf(BigInteger amount) {
    return amount.add(BigInteger.ONE).divide(BigInteger.TWO);
  }

  /// Remembers trades that the order book has made already and that are exchanged from here on, one
  /// after the other: what they will bring is still on its way.
  void await(List<NaiveOrderBook.Match> matches) {
    toCome.clear();
    toCome.addAll(matches);
  }

  /// Charges a trade that has just been exchanged.
  void charge(
      NaiveState.Market market,
      int taker,
      Side takerSide,
      NaiveOrderBook.Match match,
      List<Event> events) {
    toCome.remove(match);
    if (state.rules < 3) {
      return;
    }
    BigInteger lots = BigInteger.valueOf(match.lots());
    BigInteger quote =
        market.quoteAmount(lots.multiply(BigInteger.valueOf(match.maker().priceTicks())));
    traded = takerOrder == state.orders ? traded : BigInteger.ZERO;
    takerOrder = state.orders;
    BigInteger all = traded.add(quote);
    post(
        Cause.TAKER_FEE,
        FEES,
        market,
        taker,
        0,
        plain(taker, all).subtract(plain(taker, traded)),
        events);
    BigInteger before = surcharge(taker, traded);
    BigInteger after = surcharge(taker, all);
    BigInteger put = largerHalf(after).subtract(largerHalf(before));
    post(Cause.TAKER_FEE, FUND, market, taker, 0, put, events);
    BigInteger rest = after.subtract(before).subtract(put);
    post(Cause.TAKER_FEE, FEES, market, taker, 0, rest, events);
    traded = all;
    int maker = match.maker().account();
    long makerE9 = rates(state.owners.get(maker)).makerE9();
    boolean getsBase = !market.isFuture() && takerSide == Side.SELL;
    boolean paysInBase = getsBase && makerE9 >= 0;
    BigInteger received = paysInBase ? market.baseAmount(match.lots()) : quote;
    int asset = paysInBase ? market.listing().base() : 0;
    Cause cause = makerE9 < 0 ? Cause.REBATE : Cause.MAKER_FEE;
    post(cause, FEES, market, maker, asset, fee(received, makerE9), events);
    int in = getsBase ? market.listing().base() : 0;
    BigInteger gets = getsBase ? market.baseAmount(match.lots()) : quote;
    BigInteger left = gets.subtract(fee(gets, makerE9).max(BigInteger.ZERO));
    BigInteger more = surcharge(maker, gets).min(left);
    BigInteger half = largerHalf(more);
    post(Cause.MAKER_FEE, FUND, market, maker, in, half, events);
    post(Cause.MAKER_FEE, FEES, market, maker, in, more.subtract(half), events);
    count(state.owners.get(maker), state.owners.get(taker), quote);
  }

  private void count(int one, int other, BigInteger quote) {
    if (one != other) {
      for (int owner : List.of(one, other)) {
        volumes
            .computeIfAbsent(owner, _ -> new TreeMap<>())
            .merge(day, quote, (before, more) -> before.add(more).min(DAY_MAX));
      }
    }
  }

  /// Rounded up; what is negative toward zero.
  private static BigInteger fee(BigInteger amount, long rateE9) {
    return new BigDecimal(amount)
        .multiply(BigDecimal.valueOf(rateE9, 9))
        .setScale(0, RoundingMode.CEILING)
        .toBigIntegerExact();
  }

  /// Takes a fee from an account, or gives it a rebate, as far as all bounds go.
  private void post(
      Cause cause,
      int purpose,
      NaiveState.Market market,
      int account,
      int asset,
      BigInteger due,
      List<Event> events) {
    BigInteger own = state.ledger.balance(purpose, asset);
    BigInteger room = roomFor(market, account, due);
    BigInteger bound = due.signum() > 0 ? OWN_MAX.subtract(own) : OWN_MAX.add(own);
    BigInteger posted = due.abs().min(room).min(bound).max(BigInteger.ZERO);
    int side =
        market.isFuture() ? market.listing().market() | NaiveLedger.SETTLEMENT_BITS : account;
    if (posted.signum() > 0) {
      boolean isFee = due.signum() > 0;
      int from = isFee ? side : purpose;
      int to = isFee ? purpose : side;
      state.ledger.post(asset, from, to, posted);
      events.add(new Event.TransferPosted(cause, asset, from, to, posted.longValueExact()));
      if (asset == 0 && purpose == FEES) {
        earned = earned.add(isFee ? posted : posted.negate());
      }
      if (market.isFuture()) {
        BigInteger cost = isFee ? posted : posted.negate();
        futures.change(market.listing().market(), account, BigInteger.ZERO, cost);
      }
    }
    if (posted.compareTo(due.abs()) < 0) {
      events.add(
          new TokenEvent.FeeCapped(account, asset, due.longValueExact(), posted.longValueExact()));
    }
  }

  private BigInteger roomFor(NaiveState.Market market, int account, BigInteger due) {
    if (market.isFuture()) {
      BigInteger paidIn =
          state.ledger.balance(market.listing().market() | NaiveLedger.SETTLEMENT_BITS, 0);
      return due.signum() > 0 ? OWN_MAX.add(paidIn) : OWN_MAX.subtract(paidIn);
    }
    return due.signum() > 0
        ? due
        : state
            .assets
            .getFirst()
            .balanceMax()
            .subtract(state.balance(account, 0))
            .subtract(state.brings(account, 0))
            .subtract(onItsWay(market, account));
  }

  /// Returns what trades to come bring somebody who sells in them. A rebate is paid to no one else
  /// who waits for money.
  private BigInteger onItsWay(NaiveState.Market market, int seller) {
    return toCome.stream()
        .filter(match -> match.maker().account() == seller && match.maker().side() == Side.SELL)
        .map(match ->
            market.quoteAmount(
                BigInteger.valueOf(match.lots())
                    .multiply(BigInteger.valueOf(match.maker().priceTicks()))))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
