package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashCommand.CancelWithdrawal;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.SetWithdrawalPolicy;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.RefusalReason;

/// Takes in what customers bring, each to a named place, and hands on what they ask for.
final class CashDesk {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;
  private final WithdrawalDesk withdrawals;

  CashDesk(VenueState state, Checks checks, MarginGate margin, WithdrawalDesk withdrawals) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
    this.withdrawals = withdrawals;
  }

  void on(CashCommand command) {
    switch (command) {
      case OpenCustody c -> openCustody(c);
      case DepositAsset c -> deposit(c);
      case WithdrawAsset c -> withdrawals.request(c);
      case CancelWithdrawal c -> withdrawals.cancel(c);
      case SetWithdrawalPolicy c -> withdrawals.setPolicy(c);
    }
  }

  private void openCustody(OpenCustody c) {
    if (checks.isNext(c.custody(), state.custody.size(), state.limits.custodyMax())) {
      state.sink.onCommandApplied(c);
      state.custody.add(c);
      state.ledger.openCustody();
    }
  }

  private void deposit(DepositAsset c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.account(c.account())
            && checks.custody(c.custody())
            && checks.amount(c.asset(), c.amount())
            && margin.fitsBalance(c.account(), c.asset(), c.amount())
            && fitsCustody(c);
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

  private boolean fitsCustody(DepositAsset c) {
    long held = state.ledger.onHand(c.custody(), c.asset()) + c.amount();
    return held <= Limits.CUSTODY_MAX
        || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, held, Limits.CUSTODY_MAX);
  }
}
