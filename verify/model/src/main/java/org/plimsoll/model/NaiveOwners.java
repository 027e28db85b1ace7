package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.List;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;

/// What owners take out at the slow twin.
final class NaiveOwners {
  private static final int FEES = NaiveLedger.VENUE_BIT;

  private final NaiveState state;
  private final NaiveBuyback buyback;
  private final NaiveWithdrawals withdrawals;

  NaiveOwners(NaiveState state, NaiveBuyback buyback, NaiveWithdrawals withdrawals) {
    this.state = state;
    this.buyback = buyback;
    this.withdrawals = withdrawals;
  }

  void pay(PayFromFees c, List<Event> events) {
    unless(!c.granter().equalsIgnoreCase(c.secondGranter()), RefusalReason.SAME_GRANTER, 2, 1);
    checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    checkKnown(RefusalReason.UNKNOWN_CUSTODY, c.custody(), state.custody.size());
    long most = state.assets.get(c.asset()).definition().balanceMax();
    unlessWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, c.amount(), most);
    BigInteger amount = BigInteger.valueOf(c.amount());
    BigInteger theirs = theirs(c.asset());
    unless(amount.compareTo(theirs) <= 0, RefusalReason.INSUFFICIENT_BALANCE, amount, theirs);
    BigInteger there = there(c.asset(), c.custody());
    unless(amount.compareTo(there) <= 0, RefusalReason.INSUFFICIENT_CUSTODY, amount, there);
    events.add(new Event.CommandApplied(c));
    int to = c.custody() | NaiveLedger.CUSTODY_BIT;
    NaiveHandover.post(state, Cause.OWNERS_PAID, c.asset(), FEES, to, amount, events);
  }

  /// Returns what owners may take of the fees.
  BigInteger theirs(int asset) {
    BigInteger promised = asset == 0 ? buyback.promised() : BigInteger.ZERO;
    return state.ledger.balance(FEES, asset).subtract(promised).max(BigInteger.ZERO);
  }

  /// Returns what a place has that no customer waits for.
  BigInteger there(int asset, int custody) {
    BigInteger asked =
        withdrawals.waiting().stream()
            .filter(w -> w.asset() == asset && w.custody() == custody)
            .map(CashEvent.WithdrawalRequested::amount)
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    return state.ledger.onHand(custody, asset).subtract(asked).max(BigInteger.ZERO);
  }
}
