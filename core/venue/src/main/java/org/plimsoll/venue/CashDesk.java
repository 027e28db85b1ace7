package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashCommand.CancelWithdrawal;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.CashCommand.MoveCustody;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.RefusalReason;

/// Takes in what customers bring, each to a named place, and hands on what they ask for.
final class CashDesk {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;
  private final WithdrawalDesk withdrawals;
  private final OwnersDesk owners;

  CashDesk(VenueState state, Checks checks, MarginGate margin, WithdrawalDesk withdrawals) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
    this.withdrawals = withdrawals;
    this.owners = new OwnersDesk(state, checks);
  }

  void on(CashCommand command) {
    switch (command) {
      case OpenCustody c -> openCustody(c);
      case DepositAsset c -> deposit(c);
      case WithdrawAsset c -> withdrawals.request(c);
      case CancelWithdrawal c -> withdrawals.cancel(c);
      case SetWithdrawalPolicy c -> withdrawals.setPolicy(c);
      case MoveAsset c -> move(c);
      case MoveCustody c -> move(c);
      case PayFromFees c -> owners.pay(c);
    }
  }

  private void openCustody(OpenCustody c) {
    if (checks.isNext(c.custody(), state.custody.size(), state.limits.custodyMax())) {
      state.sink.onCommandApplied(c);
      state.openCustody(c);
    }
  }

  private void deposit(DepositAsset c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.account(c.account())
            && checks.custody(c.custody())
            && checks.amount(c.asset(), c.amount())
            && margin.fitsBalance(c.account(), c.asset(), c.amount())
            && fitsCustody(c.custody(), c.asset(), c.amount())
            && checks.isFree(c.account())
            && checks.mayBeInCustody(c.asset());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.ledger.post(
          Cause.DEPOSIT,
          c.asset(),
          LedgerAccount.custody(c.custody()),
          LedgerAccount.customer(c.account()),
          c.amount());
    }
  }

  private void move(MoveAsset c) {
    boolean passes =
        checks.isCaughtUp()
            && checks.asset(c.asset())
            && checks.account(c.from())
            && checks.account(c.to())
            && haveOneOwner(c.from(), c.to())
            && checks.differ(c.from(), c.to())
            && checks.amount(c.asset(), c.amount())
            && margin.fitsBalance(c.to(), c.asset(), c.amount())
            && margin.allowsWithdrawal(c.from(), c.asset(), c.amount())
            && margin.isOffered(c.from(), c.asset(), c.amount())
            && checks.isFree(c.from())
            && checks.isFree(c.to());
    if (passes) {
      state.sink.onCommandApplied(c);
      margin.tellExemption(c.from());
      state.ledger.post(
          Cause.MOVE,
          c.asset(),
          LedgerAccount.customer(c.from()),
          LedgerAccount.customer(c.to()),
          c.amount());
    }
  }

  private void move(MoveCustody c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.custody(c.from())
            && checks.custody(c.to())
            && checks.differ(c.from(), c.to())
            && checks.amount(c.asset(), c.amount())
            && fitsCustody(c.to(), c.asset(), c.amount())
            && isThere(c);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.ledger.post(
          Cause.CUSTODY_MOVE,
          c.asset(),
          LedgerAccount.custody(c.to()),
          LedgerAccount.custody(c.from()),
          c.amount());
    }
  }

  private boolean haveOneOwner(int account, int another) {
    int owner = state.owners.get(account);
    int other = state.owners.get(another);
    return owner == other || checks.refuse(RefusalReason.DIFFERENT_OWNER, owner, other);
  }

  private boolean isThere(MoveCustody c) {
    long there = state.ledger.onHand(c.from(), c.asset());
    return c.amount() <= there
        || checks.refuse(RefusalReason.INSUFFICIENT_CUSTODY, c.amount(), there);
  }

  private boolean fitsCustody(int custody, int asset, long amount) {
    long held = state.ledger.onHand(custody, asset) + amount;
    return held <= Limits.CUSTODY_MAX
        || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, held, Limits.CUSTODY_MAX);
  }
}
