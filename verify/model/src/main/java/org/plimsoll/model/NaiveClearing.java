package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.Privilege;

/// The hourly clearing at the slow twin: matching at one go, then a list of what is left to do.
final class NaiveClearing {
  private static final BigInteger BOUND = BigInteger.TWO.pow(62);
  private static final int FEES = NaiveLedger.VENUE_BIT;

  private final NaiveState state;
  private final NaiveLending lending;
  private final Deque<Share> interest = new ArrayDeque<>();

  /// One account's share of a clearing that is under way.
  private record Share(int account, boolean isCharge, Consumer<List<Event>> work) {}

  NaiveClearing(NaiveState state, NaiveLending lending) {
    this.state = state;
    this.lending = lending;
  }

  /// Does the next step of clearing an asset, and returns whether it was the last one.
  boolean step(int asset, List<Event> events) {
    if (interest.isEmpty()) {
      match(asset, events);
    } else {
      interest.removeFirst().work().accept(events);
    }
    while (!interest.isEmpty() && !isDue(interest.getFirst(), asset)) {
      interest.removeFirst();
    }
    return interest.isEmpty();
  }

  private boolean isDue(Share share, int asset) {
    return share.isCharge()
        ? state.balance(share.account(), asset).signum() < 0
        : state.offers.of(share.account(), asset).lent().signum() > 0;
  }

  private void match(int asset, List<Event> events) {
    BigInteger demand = state.lends() ? state.ledger.owedByAccounts(asset) : BigInteger.ZERO;
    List<Integer> lenders = state.offers.lenders(asset);
    SortedMap<Integer, BigInteger> lent = new TreeMap<>();
    lenders.forEach(account -> lent.put(account, BigInteger.ZERO));
    long rate = matchOffers(asset, demand, lent);
    if (state.policy() == CustodyPolicy.OPT_IN) {
      for (int account : lenders) {
        NaiveOffers.Offer offer = state.offers.of(account, asset);
        BigInteger rest = demand.subtract(sum(lent));
        BigInteger more =
            offer.reserved().subtract(lent.getOrDefault(account, BigInteger.ZERO)).min(rest);
        if (more.signum() > 0) {
          lent.merge(account, more, BigInteger::add);
          rate = Math.max(rate, offer.rate());
        }
      }
    }
    BigDecimal multiple =
        BigDecimal.ONE.add(BigDecimal.valueOf(state.lendingFee, 9).multiply(new BigDecimal(500)));
    BigInteger borrowRate =
        BigDecimal.valueOf(rate)
            .multiply(multiple)
            .setScale(0, RoundingMode.CEILING)
            .toBigIntegerExact();
    events.add(
        new LendingEvent.LendingCleared(
            asset,
            rate,
            borrowRate.longValueExact(),
            demand.longValueExact(),
            sum(lent).longValueExact()));
    for (int account : lenders.reversed()) {
      lending.lend(account, asset, lent.getOrDefault(account, BigInteger.ZERO), events);
    }
    if (rate > 0) {
      plan(asset, BigInteger.valueOf(rate), borrowRate);
    }
  }

  /// Fills `lent` from the cheapest offers up; those at one rate share by amount. Returns the rate.
  private long matchOffers(int asset, BigInteger demand, SortedMap<Integer, BigInteger> lent) {
    List<Long> rates =
        lent.keySet().stream()
            .map(account -> state.offers.of(account, asset))
            .filter(offer -> offer.amount().signum() > 0)
            .map(NaiveOffers.Offer::rate)
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList();
    long last = 0;
    for (long rate : rates) {
      BigInteger rest = demand.subtract(sum(lent));
      if (rest.signum() > 0) {
        share(asset, rate, rest, lent);
        last = rate;
      }
    }
    return last;
  }

  private void share(int asset, long rate, BigInteger demand, SortedMap<Integer, BigInteger> lent) {
    List<Integer> accounts =
        lent.keySet().stream()
            .filter(account -> state.offers.of(account, asset).rate() == rate)
            .toList();
    BigInteger offered = BigInteger.ZERO;
    for (int account : accounts) {
      offered = offered.add(state.offers.of(account, asset).amount());
    }
    BigInteger taken = demand.min(offered);
    BigInteger before = BigInteger.ZERO;
    for (int account : accounts) {
      BigInteger upTo = before.add(state.offers.of(account, asset).amount());
      BigInteger share =
          taken.multiply(upTo).divide(offered).subtract(taken.multiply(before).divide(offered));
      lent.put(account, share);
      before = upTo;
    }
  }

  private static BigInteger sum(SortedMap<Integer, BigInteger> lent) {
    return lent.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// Charges every borrower, then pays every lender, one at a time.
  private void plan(int asset, BigInteger rate, BigInteger borrowRate) {
    for (int i = 0; i < state.accounts.size(); i++) {
      int account = i;
      interest.add(new Share(account, true, events -> charge(account, asset, borrowRate, events)));
    }
    for (int i = 0; i < state.accounts.size(); i++) {
      int account = i;
      interest.add(new Share(account, false, events -> pay(account, asset, rate, events)));
    }
  }

  private void charge(int account, int asset, BigInteger rate, List<Event> events) {
    BigInteger balance = state.balance(account, asset);
    if (balance.signum() < 0) {
      BigInteger due = interest(balance.negate(), rate, RoundingMode.CEILING);
      if (state.isGranted(account, Privilege.INTEREST_EXEMPT)) {
        long value = state.value(asset, due).longValueExact();
        events.add(new ControlEvent.ExemptionUsed(account, Privilege.INTEREST_EXEMPT, value));
        return;
      }
      BigInteger max = state.assets.get(asset).balanceMax();
      BigInteger room =
          max.add(balance)
              .subtract(state.takes(account, asset))
              .min(BOUND.subtract(state.possibleDebts(asset)))
              .min(BOUND.subtract(state.ledger.balance(FEES, asset)));
      post(Cause.INTEREST_PAID, account, asset, due, room, events);
    }
  }

  private void pay(int account, int asset, BigInteger rate, List<Event> events) {
    BigInteger due = interest(state.offers.of(account, asset).lent(), rate, RoundingMode.FLOOR);
    BigInteger max = state.assets.get(asset).balanceMax();
    BigInteger room =
        max.subtract(state.balance(account, asset))
            .subtract(state.brings(account, asset))
            .min(BOUND.add(state.ledger.balance(FEES, asset)));
    post(Cause.INTEREST_EARNED, account, asset, due, room, events);
  }

  private static BigInteger interest(BigInteger amount, BigInteger rate, RoundingMode rounding) {
    return new BigDecimal(amount.multiply(rate), 9).setScale(0, rounding).toBigIntegerExact();
  }

  private void post(
      Cause cause, int account, int asset, BigInteger due, BigInteger room, List<Event> events) {
    BigInteger posted = due.min(room).max(BigInteger.ZERO);
    if (posted.signum() > 0) {
      int from = cause == Cause.INTEREST_PAID ? account : FEES;
      int to = cause == Cause.INTEREST_PAID ? FEES : account;
      state.ledger.post(asset, from, to, posted);
      events.add(new Event.TransferPosted(cause, asset, from, to, posted.longValueExact()));
    }
    if (posted.compareTo(due) < 0) {
      events.add(
          new LendingEvent.InterestCapped(
              account, asset, due.longValueExact(), posted.longValueExact()));
    }
  }
}
