package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.LendingRates;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.Privilege;

/// The hourly clearing of an asset's loans (docs/reference/lending.md).
///
/// The first step matches lenders with what is owed and fixes the rates; each step after that is
/// one account's interest for the hour behind, first what borrowers pay, then what lenders get, by
/// account. What changes between two steps changes no rate and nobody's match; interest is on what
/// an account owes when its step comes.
final class LendingClearing {
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);

  private final VenueState state;
  private final LendingProgress progress;

  LendingClearing(VenueState state) {
    this.state = state;
    this.progress = state.lendingProgress;
  }

  /// Does the next step of clearing an asset.
  ///
  /// @return whether it was the last one
  boolean step(int asset) {
    if (!progress.isUnderWay()) {
      match(asset);
    } else {
      if (progress.isCharging()) {
        charge(progress.next(), asset);
      } else {
        pay(progress.next(), asset);
      }
      progress.advance();
    }
    while (progress.isUnderWay() && !hasShare(progress.next(), asset)) {
      progress.advance();
    }
    return !progress.isUnderWay();
  }

  /// Where nobody may lend, what futures left somebody owing is no loan, and costs nothing.
  private void match(int asset) {
    boolean lends = state.custodyPolicy() != CustodyPolicy.SEGREGATED;
    long demand = lends ? state.ledger.owedByCustomers(asset) : 0;
    int count = state.offers.count(asset);
    long[] lent = new long[count];
    long rateE9 = matchOffers(asset, demand, lent);
    long rest = demand - Arrays.stream(lent).sum();
    if (state.custodyPolicy() == CustodyPolicy.OPT_IN && rest > 0) {
      rateE9 = Math.max(rateE9, matchRecalled(asset, rest, lent));
    }
    long borrowRateE9 = LendingRates.borrowE9(rateE9, state.lendingTakerFeeE9);
    progress.begin(rateE9, borrowRateE9, state.accounts.size());
    state.sink.onDesk(
        new LendingEvent.LendingCleared(
            asset, rateE9, borrowRateE9, demand, Arrays.stream(lent).sum()));
    lockAndRelease(asset, lent);
  }

  /// Matches what is offered, and returns the rate.
  private long matchOffers(int asset, long demand, long[] lent) {
    int[] places = new int[lent.length];
    long[] amounts = new long[lent.length];
    long[] ratesE9 = new long[lent.length];
    int offers = 0;
    for (int place = 0; place < lent.length; place++) {
      int account = state.offers.account(asset, place);
      if (state.offers.amount(account, asset) > 0) {
        places[offers] = place;
        amounts[offers] = state.offers.amount(account, asset);
        ratesE9[offers++] = state.offers.rateE9(account, asset);
      }
    }
    amounts = Arrays.copyOf(amounts, offers);
    ratesE9 = Arrays.copyOf(ratesE9, offers);
    long[] matched = LendingRates.matched(amounts, ratesE9, demand);
    for (int i = 0; i < offers; i++) {
      lent[places[i]] = matched[i];
    }
    return LendingRates.clearingE9(amounts, ratesE9, demand);
  }

  /// Where nothing else may be lent, a recall waits until somebody takes its place. Returns the
  /// highest rate of those who wait.
  private long matchRecalled(int asset, long demand, long[] lent) {
    long rest = demand;
    long rateE9 = 0;
    for (int place = 0; place < lent.length && rest > 0; place++) {
      int account = state.offers.account(asset, place);
      long more = Math.min(rest, state.offers.reserved(account, asset) - lent[place]);
      if (more > 0) {
        lent[place] += more;
        rest -= more;
        rateE9 = Math.max(rateE9, state.offers.rateE9(account, asset));
      }
    }
    return rateE9;
  }

  /// Goes from the dearest lender down, since a release can take a lender out of the order.
  private void lockAndRelease(int asset, long[] lent) {
    for (int place = lent.length - 1; place >= 0; place--) {
      int account = state.offers.account(asset, place);
      long lentBefore = state.offers.lent(account, asset);
      long reservedBefore = state.offers.reserved(account, asset);
      state.offers.lend(account, asset, lent[place]);
      state.offers.release(account, asset, state.dispensable(asset));
      long reserved = state.offers.reserved(account, asset);
      if (lent[place] != lentBefore || reserved != reservedBefore) {
        state.index.touch(account);
        state.sink.onDesk(new LendingEvent.BalanceReserved(account, asset, lent[place], reserved));
      }
    }
  }

  private boolean hasShare(int account, int asset) {
    return progress.isCharging()
        ? state.ledger.customerBalance(account, asset) < 0
        : state.offers.lent(account, asset) > 0;
  }

  private void charge(int account, int asset) {
    long balance = state.ledger.customerBalance(account, asset);
    long due = LendingRates.charge(Math.max(0, -balance), progress.borrowRateE9());
    if (due > 0 && state.privileges.has(account, Privilege.INTEREST_EXEMPT)) {
      spare(account, asset, due);
      return;
    }
    long room =
        Math.min(
            state.assets.balanceMax(asset) + state.possibleDebts.left(account, asset),
            Math.min(
                Limits.LENDING_MAX - state.possibleDebts.inAll(asset),
                Limits.OWN_MAX - state.ledger.venueBalance(VenueAccount.FEES, asset)));
    post(Cause.INTEREST_PAID, account, asset, due, room);
  }

  /// Tells what a privilege spares an account. Lenders are paid all the same: the venue bears it.
  private void spare(int account, int asset, long due) {
    long value = state.assets.value(asset, due);
    state.privileges.use(account, Privilege.INTEREST_EXEMPT, value);
    state.sink.onDesk(new ControlEvent.ExemptionUsed(account, Privilege.INTEREST_EXEMPT, value));
  }

  private void pay(int account, int asset) {
    long due = LendingRates.proceeds(state.offers.lent(account, asset), progress.rateE9());
    long room =
        Math.min(
            state.room(account, asset),
            Limits.OWN_MAX + state.ledger.venueBalance(VenueAccount.FEES, asset));
    post(Cause.INTEREST_EARNED, account, asset, due, room);
  }

  /// Posts what is due as far as there is room for it: nobody can be refused here.
  private void post(Cause cause, int account, int asset, long due, long room) {
    long posted = Math.max(0, Math.min(due, room));
    int customer = LedgerAccount.customer(account);
    if (posted > 0) {
      boolean isPaid = cause == Cause.INTEREST_PAID;
      state.ledger.post(cause, asset, isPaid ? customer : FEES, isPaid ? FEES : customer, posted);
    }
    if (posted < due) {
      state.sink.onDesk(new LendingEvent.InterestCapped(account, asset, due, posted));
    }
  }
}
