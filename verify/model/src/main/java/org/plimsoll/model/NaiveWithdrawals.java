package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.protocol.WithdrawalPolicy;

/// Withdrawals at the slow twin: one list of all that wait, looked through at every question.
final class NaiveWithdrawals {
  /// How many withdrawals of one account may wait.
  static final int PER_ACCOUNT_MAX = 10;

  private static final int PER_MINUTE_MAX = 1_000;
  private static final long MINUTE = 60_000_000_000L;

  private final NaiveState state;
  private final NaiveGates gates;
  private final List<CashEvent.WithdrawalRequested> waiting = new ArrayList<>();
  private final SortedMap<Integer, WithdrawalPolicy> policies = new TreeMap<>();
  private final SortedMap<Integer, Integer> sentThisMinute = new TreeMap<>();
  private long requested;

  NaiveWithdrawals(NaiveState state, NaiveGates gates) {
    this.state = state;
    this.gates = gates;
  }

  /// Returns what waits, oldest first.
  List<CashEvent.WithdrawalRequested> waiting() {
    return waiting;
  }

  void request(CashCommand.WithdrawAsset c, List<Event> events) {
    BigInteger amount = BigInteger.valueOf(c.amount());
    BigInteger asked = state.ledger.pending(c.account(), c.asset()).add(amount);
    BigInteger max = state.assets.get(c.asset()).balanceMax();
    unless(asked.compareTo(max) <= 0, RefusalReason.BALANCE_OUT_OF_RANGE, asked, max);
    BigInteger forgiven = gates.checkWithdrawal(c.account(), c.asset(), amount);
    boolean atOnce = mode(c.asset()) == WithdrawalMode.IMMEDIATE && of(c.asset()).isEmpty();
    BigInteger there = state.ledger.onHand(c.custody(), c.asset());
    unless(
        !atOnce || amount.compareTo(there) <= 0, RefusalReason.INSUFFICIENT_CUSTODY, amount, there);
    long open = waiting.stream().filter(w -> w.account() == c.account()).count();
    unless(open < PER_ACCOUNT_MAX, RefusalReason.TOO_MANY_WITHDRAWALS, open + 1, PER_ACCOUNT_MAX);
    forgiven = forgiven.max(gates.checkOffers(c.account(), c.asset(), amount));
    state.checkFree(c.account());
    state.checkInCustody(c.asset());
    requested++;
    CashEvent.WithdrawalRequested withdrawal =
        new CashEvent.WithdrawalRequested(
            requested, c.account(), c.asset(), c.amount(), c.custody());
    events.add(new Event.CommandApplied(c));
    events.addAll(NaiveGates.exemption(c.account(), forgiven));
    events.add(withdrawal);
    int pending = c.account() | NaiveLedger.PENDING_BIT;
    transfer(Cause.WITHDRAWAL_REQUEST, withdrawal, c.account(), pending, events);
    if (atOnce) {
      send(withdrawal, events);
    } else {
      waiting.add(withdrawal);
      lookAfter(c.asset(), state.clock);
    }
  }

  void cancel(CashCommand.CancelWithdrawal c, List<Event> events) {
    CashEvent.WithdrawalRequested withdrawal =
        of(c.asset()).stream()
            .filter(w -> w.withdrawal() == c.withdrawal())
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    RefusalReason.UNKNOWN_WITHDRAWAL,
                    BigInteger.ZERO,
                    BigInteger.valueOf(c.withdrawal())));
    unless(
        withdrawal.account() == c.account(),
        RefusalReason.NOT_THE_OWNER,
        withdrawal.account(),
        c.account());
    gates.checkReceiving(c.account(), c.asset(), BigInteger.valueOf(withdrawal.amount()));
    waiting.remove(withdrawal);
    events.add(new Event.CommandApplied(c));
    events.add(new CashEvent.WithdrawalCanceled(c.withdrawal(), c.account(), c.asset()));
    int pending = c.account() | NaiveLedger.PENDING_BIT;
    transfer(Cause.WITHDRAWAL_CANCELLATION, withdrawal, pending, c.account(), events);
  }

  void setPolicy(CashCommand.SetWithdrawalPolicy c, List<Event> events) {
    unless(!c.granter().equalsIgnoreCase(c.secondGranter()), RefusalReason.SAME_GRANTER, 2, 1);
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ASSET, c.asset(), state.assets.size());
    boolean isQueued = c.mode() == WithdrawalMode.QUEUED;
    unlessWithin(
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        isQueued ? 1 : 0,
        c.perMinute(),
        isQueued ? PER_MINUTE_MAX : 0);
    policies.put(c.asset(), c.policy());
    events.add(new Event.CommandApplied(c));
    lookAfter(c.asset(), state.clock);
  }

  /// Looks at the queue of an asset, as was due: sends one withdrawal and looks again, or waits.
  void look(int asset, long dueNs, List<Event> events) {
    List<CashEvent.WithdrawalRequested> queue = of(asset);
    int sent = sentThisMinute.getOrDefault(asset, 0);
    boolean mayPay = !queue.isEmpty() && mode(asset) != WithdrawalMode.GATED;
    boolean isShareUsedUp =
        mode(asset) == WithdrawalMode.QUEUED && sent >= policy(asset).perMinute();
    if (mayPay && !isShareUsedUp && isThere(queue.getFirst())) {
      waiting.remove(queue.getFirst());
      send(queue.getFirst(), events);
      sentThisMinute.put(asset, sent + 1);
      state.due.add(new NaiveDue.Entry(dueNs, DueWork.WITHDRAWAL, asset));
      return;
    }
    sentThisMinute.remove(asset);
    lookAfter(asset, isShareUsedUp ? dueNs : state.clock);
  }

  /// Makes a look due at the first whole minute after a time, unless there is nothing to look for
  /// or one is due already.
  private void lookAfter(int asset, long timeNs) {
    boolean isDueAlready =
        state.due.stream().anyMatch(due -> due.work() == DueWork.WITHDRAWAL && due.id() == asset);
    boolean mayPay = !of(asset).isEmpty() && mode(asset) != WithdrawalMode.GATED;
    if (mayPay && !isDueAlready) {
      long minute = (timeNs / MINUTE + 1) * MINUTE;
      state.due.add(new NaiveDue.Entry(minute, DueWork.WITHDRAWAL, asset));
    }
  }

  private void send(CashEvent.WithdrawalRequested w, List<Event> events) {
    events.add(new CashEvent.WithdrawalSent(w.withdrawal(), w.account(), w.asset()));
    transfer(
        Cause.WITHDRAWAL,
        w,
        w.account() | NaiveLedger.PENDING_BIT,
        w.custody() | NaiveLedger.CUSTODY_BIT,
        events);
  }

  private void transfer(
      Cause cause, CashEvent.WithdrawalRequested w, int from, int to, List<Event> events) {
    state.ledger.post(w.asset(), from, to, BigInteger.valueOf(w.amount()));
    events.add(new Event.TransferPosted(cause, w.asset(), from, to, w.amount()));
  }

  private List<CashEvent.WithdrawalRequested> of(int asset) {
    return waiting.stream().filter(w -> w.asset() == asset).toList();
  }

  private WithdrawalMode mode(int asset) {
    return policy(asset).mode();
  }

  private WithdrawalPolicy policy(int asset) {
    return policies.getOrDefault(asset, new WithdrawalPolicy(asset, WithdrawalMode.IMMEDIATE, 0));
  }

  private boolean isThere(CashEvent.WithdrawalRequested w) {
    BigInteger there = state.ledger.onHand(w.custody(), w.asset());
    return BigInteger.valueOf(w.amount()).compareTo(there) <= 0;
  }
}
