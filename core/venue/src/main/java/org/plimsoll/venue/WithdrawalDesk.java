package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashCommand.CancelWithdrawal;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.CashEvent.WithdrawalCanceled;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.CashEvent.WithdrawalSent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.WithdrawalMode;

/// Pays out what customers ask for: at once, or from a queue at whole minutes of the venue's clock,
/// oldest first.
///
/// Nobody is overtaken, not even by one who asks for less or at another place: small withdrawals
/// would else drain what a large one waits for, and the first to ask would be paid last.
final class WithdrawalDesk {
  private final VenueState state;
  private final Checks checks;
  private final DualControl dualControl;
  private final MarginGate margin;

  WithdrawalDesk(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.dualControl = new DualControl(checks);
    this.margin = margin;
  }

  void request(WithdrawAsset c) {
    boolean passes =
        checks.isCaughtUp()
            && checks.asset(c.asset())
            && checks.account(c.account())
            && checks.custody(c.custody())
            && checks.amount(c.asset(), c.amount())
            && fitsPending(c)
            && margin.allowsWithdrawal(c.account(), c.asset(), c.amount())
            && isThere(c)
            && hasRoom(c.account())
            && margin.isOffered(c.account(), c.asset(), c.amount())
            && checks.isFree(c.account())
            && checks.mayBeInCustody(c.asset());
    if (passes) {
      state.sink.onCommandApplied(c);
      WithdrawalRequested withdrawal =
          new WithdrawalRequested(
              state.withdrawals.nextNumber(), c.account(), c.asset(), c.amount(), c.custody());
      margin.tellExemption(c.account());
      state.sink.onDesk(withdrawal);
      post(Cause.WITHDRAWAL_REQUEST, withdrawal);
      if (queue(c.asset()).isOpen()) {
        send(withdrawal);
      } else {
        state.withdrawals.add(withdrawal);
        schedule(c.asset(), state.clockNs);
      }
    }
  }

  void cancel(CancelWithdrawal c) {
    if (!checks.asset(c.asset()) || !checks.account(c.account())) {
      return;
    }
    WithdrawalRequested withdrawal = queue(c.asset()).find(c.withdrawal());
    if (withdrawal == null) {
      checks.refuse(RefusalReason.UNKNOWN_WITHDRAWAL, 0, c.withdrawal());
    } else if (withdrawal.account() != c.account()) {
      checks.refuse(RefusalReason.NOT_THE_OWNER, withdrawal.account(), c.account());
    } else if (margin.fitsBalance(c.account(), c.asset(), withdrawal.amount())) {
      state.sink.onCommandApplied(c);
      state.withdrawals.remove(withdrawal);
      state.sink.onDesk(new WithdrawalCanceled(c.withdrawal(), c.account(), c.asset()));
      post(Cause.WITHDRAWAL_CANCELLATION, withdrawal);
    }
  }

  void setPolicy(SetWithdrawalPolicy c) {
    boolean isQueued = c.mode() == WithdrawalMode.QUEUED;
    boolean passes =
        dualControl.passes(c)
            && checks.asset(c.asset())
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE,
                isQueued ? 1 : 0,
                c.perMinute(),
                isQueued ? Limits.WITHDRAWALS_PER_MINUTE_MAX : 0);
    if (passes) {
      state.sink.onCommandApplied(c);
      queue(c.asset()).setPolicy(c.policy());
      schedule(c.asset(), state.clockNs);
    }
  }

  /// Does one step of what is due for an asset, whose entry stands first on the agenda: sends one
  /// withdrawal, or finds that there is nothing more to send and says when to look again.
  ///
  /// Of minutes that the clock has jumped over each has its share. Where custody has too little,
  /// they are skipped: nothing can have come in.
  void step(int asset, long dueNs) {
    WithdrawalQueue queue = queue(asset);
    state.agenda.remove();
    queue.setOnAgenda(false);
    if (!queue.hasWork()) {
      queue.startMinute();
    } else if (!queue.hasShareLeft()) {
      queue.startMinute();
      schedule(asset, dueNs);
    } else if (!isThere(queue.first())) {
      queue.startMinute();
      schedule(asset, state.clockNs);
    } else {
      WithdrawalRequested first = queue.first();
      state.withdrawals.remove(first);
      send(first);
      queue.countSent();
      queue.setOnAgenda(true);
      state.agenda.add(dueNs, DueWork.WITHDRAWAL, asset);
    }
  }

  /// Puts an asset's queue on the agenda for the first whole minute after `timeNs`, if it has work
  /// and is not there already.
  private void schedule(int asset, long timeNs) {
    WithdrawalQueue queue = queue(asset);
    if (queue.hasWork() && !queue.isOnAgenda()) {
      queue.setOnAgenda(true);
      state.agenda.add(DueWork.WITHDRAWAL.next(timeNs), DueWork.WITHDRAWAL, asset);
    }
  }

  private void send(WithdrawalRequested w) {
    state.sink.onDesk(new WithdrawalSent(w.withdrawal(), w.account(), w.asset()));
    post(Cause.WITHDRAWAL, w);
  }

  private void post(Cause cause, WithdrawalRequested w) {
    int customer = LedgerAccount.customer(w.account());
    int pending = LedgerAccount.pending(w.account());
    int from = cause == Cause.WITHDRAWAL_REQUEST ? customer : pending;
    int to =
        switch (cause) {
          case WITHDRAWAL_REQUEST -> pending;
          case WITHDRAWAL_CANCELLATION -> customer;
          default -> LedgerAccount.custody(w.custody());
        };
    state.ledger.post(cause, w.asset(), from, to, w.amount());
  }

  private WithdrawalQueue queue(int asset) {
    return state.withdrawals.queue(asset);
  }

  private boolean hasRoom(int account) {
    int max = Limits.WITHDRAWALS_PER_ACCOUNT_MAX;
    int waiting = state.withdrawals.waiting(account);
    return waiting < max || checks.refuse(RefusalReason.TOO_MANY_WITHDRAWALS, waiting + 1L, max);
  }

  private boolean fitsPending(WithdrawAsset c) {
    long pending = state.ledger.pending(c.account(), c.asset()) + c.amount();
    long max = state.assets.balanceMax(c.asset());
    return pending <= max || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, pending, max);
  }

  /// Only what is to be sent at once must be there: what waits, waits for it.
  private boolean isThere(WithdrawAsset c) {
    long there = state.ledger.onHand(c.custody(), c.asset());
    return !queue(c.asset()).isOpen()
        || c.amount() <= there
        || checks.refuse(RefusalReason.INSUFFICIENT_CUSTODY, c.amount(), there);
  }

  private boolean isThere(WithdrawalRequested w) {
    return w.amount() <= state.ledger.onHand(w.custody(), w.asset());
  }
}
