package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.List;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.RefusalReason;

/// Lending at the slow twin: what is offered and what may be lent of it.
final class NaiveLending {
  private static final BigInteger LENDING_MAX = BigInteger.TWO.pow(62);
  private static final long RATE_MAX = 10_000_000;
  private static final long TAKER_FEE_MAX = 10_000_000;

  private final NaiveState state;
  private final NaiveGates gates;

  NaiveLending(NaiveState state, NaiveGates gates) {
    this.state = state;
    this.gates = gates;
  }

  void apply(LendingCommand command, List<Event> events) {
    switch (command) {
      case LendingCommand.SetCustodyPolicy c -> {
        checkPolicy(c.policy());
        state.policy = c.policy();
        events.add(new Event.CommandApplied(c));
      }
      case LendingCommand.SetLendingTerms c -> {
        unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.takerFeeE9(), TAKER_FEE_MAX);
        state.lendingFee = c.takerFeeE9();
        events.add(new Event.CommandApplied(c));
      }
      case LendingCommand.OfferLending c -> offer(c, events);
    }
  }

  private void checkPolicy(CustodyPolicy policy) {
    for (int asset = 0; asset < state.assets.size(); asset++) {
      BigInteger owed = state.possibleDebts(asset);
      BigInteger lendable =
          switch (policy) {
            case SEGREGATED -> BigInteger.ZERO;
            case OPT_IN -> state.offers.reserved(asset);
            case COMMINGLED -> owed;
          };
      unless(owed.compareTo(lendable) <= 0, RefusalReason.INSUFFICIENT_OFFERS, owed, lendable);
    }
  }

  private void offer(LendingCommand.OfferLending c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.minRateE9(), RATE_MAX);
    long max = state.assets.get(c.asset()).definition().balanceMax();
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 0, c.amount(), max);
    BigInteger amount = BigInteger.valueOf(c.amount());
    gates.checkNotFailing(c.account());
    NaiveOffers.Offer before = state.offers.of(c.account(), c.asset());
    BigInteger left =
        state.balance(c.account(), c.asset()).subtract(state.takes(c.account(), c.asset()));
    unless(
        amount.signum() == 0 || amount.compareTo(left) <= 0,
        RefusalReason.INSUFFICIENT_BALANCE,
        amount,
        left);
    BigInteger more = amount.subtract(before.reserved()).max(BigInteger.ZERO);
    BigInteger inAll = state.offers.reserved(c.asset()).add(more);
    unless(
        inAll.compareTo(LENDING_MAX) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, inAll, LENDING_MAX);
    if (state.policy() == CustodyPolicy.OPT_IN && more.signum() > 0) {
      gates.checkCollateralWithout(c.account(), c.asset(), more);
    }
    state.checkFree(c.account());
    events.add(new Event.CommandApplied(c));
    long rate = c.amount() == 0 ? before.rate() : c.minRateE9();
    NaiveOffers.Offer after =
        new NaiveOffers.Offer(amount, rate, before.lent(), before.reserved().max(amount));
    state.offers.put(c.account(), c.asset(), after);
    release(c.account(), c.asset());
    BigInteger reserved = state.offers.of(c.account(), c.asset()).reserved();
    if (!reserved.equals(before.reserved())) {
      tell(c.account(), c.asset(), events);
    }
  }

  /// Ends all that an account offers, because it is in liquidation.
  void recall(int account, List<Event> events) {
    for (int asset = 0; asset < state.assets.size(); asset++) {
      NaiveOffers.Offer before = state.offers.of(account, asset);
      if (before.amount().signum() > 0) {
        events.add(new LiquidationEvent.OfferRecalled(account, asset));
        state.offers.put(
            account,
            asset,
            new NaiveOffers.Offer(
                BigInteger.ZERO, before.rate(), before.lent(), before.reserved()));
        release(account, asset);
        if (!state.offers.of(account, asset).reserved().equals(before.reserved())) {
          tell(account, asset, events);
        }
      }
    }
  }

  /// States what is lent of an account's balance and lets go what need not be kept.
  void lend(int account, int asset, BigInteger amount, List<Event> events) {
    NaiveOffers.Offer before = state.offers.of(account, asset);
    state.offers.put(account, asset, before.with(amount, before.reserved()));
    release(account, asset);
    NaiveOffers.Offer after = state.offers.of(account, asset);
    if (!after.lent().equals(before.lent()) || !after.reserved().equals(before.reserved())) {
      tell(account, asset, events);
    }
  }

  /// Lets go what is neither offered nor lent, and not needed for what accounts could owe.
  private void release(int account, int asset) {
    NaiveOffers.Offer offer = state.offers.of(account, asset);
    BigInteger idle = offer.reserved().subtract(offer.amount().max(offer.lent()));
    if (state.policy() == CustodyPolicy.OPT_IN) {
      BigInteger spare = state.offers.reserved(asset).subtract(state.possibleDebts(asset));
      idle = idle.min(spare.max(BigInteger.ZERO));
    }
    state.offers.put(account, asset, offer.with(offer.lent(), offer.reserved().subtract(idle)));
  }

  private void tell(int account, int asset, List<Event> events) {
    NaiveOffers.Offer offer = state.offers.of(account, asset);
    events.add(
        new LendingEvent.BalanceReserved(
            account, asset, offer.lent().longValueExact(), offer.reserved().longValueExact()));
  }
}
