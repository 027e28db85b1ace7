package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.CashCommand.PayFromFees;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.RefusalReason;

/// Pays the venue's owners what is theirs, after everybody else: out of fees that nobody is
/// promised, with coins that nobody waits for.
final class OwnersDesk {
  private final VenueState state;
  private final Checks checks;
  private final DualControl dualControl;
  private final BuybackFunding funding;

  OwnersDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.dualControl = new DualControl(checks);
    this.funding = new BuybackFunding(state);
  }

  /// While something is due, fees are not yet the venue's: amid the hourly clearing they hold what
  /// borrowers have paid and lenders have not got.
  void pay(PayFromFees c) {
    boolean passes =
        checks.isCaughtUp()
            && dualControl.passes(c)
            && checks.asset(c.asset())
            && checks.custody(c.custody())
            && checks.amount(c.asset(), c.amount())
            && isLeft(RefusalReason.INSUFFICIENT_BALANCE, c.amount(), unpromised(c.asset()))
            && isLeft(RefusalReason.INSUFFICIENT_CUSTODY, c.amount(), unclaimed(c));
    if (passes) {
      state.sink.onCommandApplied(c);
      state.ledger.post(
          Cause.OWNERS_PAID,
          c.asset(),
          LedgerAccount.venue(VenueAccount.FEES),
          LedgerAccount.custody(c.custody()),
          c.amount());
    }
  }

  private boolean isLeft(RefusalReason reason, long amount, long left) {
    return amount <= left || checks.refuse(reason, amount, left);
  }

  /// Returns what fees of an asset there are beside what is due to the treasury for the week so
  /// far, which is paid in the unit of account.
  private long unpromised(int asset) {
    long fees = Math.max(0, state.ledger.venueBalance(VenueAccount.FEES, asset));
    return asset == 0 ? Math.max(0, fees - funding.due()) : fees;
  }

  /// Returns what is there beside what withdrawals wait for at the same place.
  private long unclaimed(PayFromFees c) {
    long left = state.ledger.onHand(c.custody(), c.asset());
    for (WithdrawalRequested waiting : state.withdrawals.queue(c.asset()).waiting()) {
      boolean isHere = waiting.custody() == c.custody();
      left = isHere ? Math.max(0, left - waiting.amount()) : left;
    }
    return left;
  }
}
