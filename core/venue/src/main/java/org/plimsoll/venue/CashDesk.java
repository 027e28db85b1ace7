package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.RefusalReason;

/// Takes in what customers bring and pays out what they take, each to and from a named place.
final class CashDesk {
  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;

  CashDesk(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
  }

  void on(CashCommand command) {
    switch (command) {
      case OpenCustody c -> openCustody(c);
      case DepositAsset c -> deposit(c);
      case WithdrawAsset c -> withdraw(c);
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
            && isAmount(c.asset(), c.amount())
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

  private void withdraw(WithdrawAsset c) {
    boolean passes =
        checks.isCaughtUp()
            && checks.asset(c.asset())
            && checks.account(c.account())
            && checks.custody(c.custody())
            && isAmount(c.asset(), c.amount())
            && margin.allowsWithdrawal(c.account(), c.asset(), c.amount())
            && isThere(c);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.ledger.post(
          Cause.WITHDRAWAL,
          c.asset(),
          LedgerAccount.customer(c.account()),
          LedgerAccount.custody(c.custody()),
          c.amount());
    }
  }

  private boolean isAmount(int asset, long amount) {
    return checks.isWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, 1, amount, state.assets.balanceMax(asset));
  }

  private boolean fitsCustody(DepositAsset c) {
    long held = state.ledger.onHand(c.custody(), c.asset()) + c.amount();
    return held <= Limits.CUSTODY_MAX
        || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, held, Limits.CUSTODY_MAX);
  }

  private boolean isThere(WithdrawAsset c) {
    long there = state.ledger.onHand(c.custody(), c.asset());
    return c.amount() <= there
        || checks.refuse(RefusalReason.INSUFFICIENT_CUSTODY, c.amount(), there);
  }
}
