package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.RefusalReason;

/// Hears what accounts must keep, by which waterfall they are liquidated, who stands in for them,
/// and what is put by.
final class LiquidationDesk {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final VenueState state;
  private final Checks checks;
  private final DualControl dualControl;

  LiquidationDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.dualControl = new DualControl(checks);
  }

  void on(LiquidationCommand command) {
    switch (command) {
      case SetLiquidationProfile c -> setProfile(c);
      case SetMarginProfile c -> setProfile(c);
      case PledgeBackstop c -> pledge(c);
      case ContributeCapital c -> contribute(c);
    }
  }

  private void setProfile(SetLiquidationProfile c) {
    if (checks.isCaughtUp() && dualControl.passes(c)) {
      state.sink.onCommandApplied(c);
      state.liquidations.profile = c.profile();
    }
  }

  private void setProfile(SetMarginProfile c) {
    boolean passes =
        checks.isCaughtUp()
            && dualControl.passes(c)
            && checks.parameter(
                state.clockNs + NANOS_PER_DAY, c.maintenanceNs(), Limits.TIME_MAX_NS);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.leverage.begin(new MarginEra(c.profile(), c.maintenanceNs()));
      state.index.touchAll();
    }
  }

  private void pledge(PledgeBackstop c) {
    boolean passes =
        checks.isCaughtUp()
            && checks.account(c.account())
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.perMinute(), Limits.VALUE_MAX)
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE, c.perMinute(), c.perHour(), Limits.VALUE_MAX)
            && checks.isItsOwners(c.account())
            && checks.isFree(c.account());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.backstop.pledge(c);
    }
  }

  private void contribute(ContributeCapital c) {
    boolean isKnown =
        checks.asset(c.asset())
            && checks.custody(c.custody())
            && checks.amount(c.asset(), c.amount());
    if (!isKnown) {
      return;
    }
    VenueAccount to = ledgerAccount(c.bearer());
    long own = state.ledger.venueBalance(to, c.asset()) + c.amount();
    long held = state.ledger.onHand(c.custody(), c.asset()) + c.amount();
    boolean passes =
        checks.isWithin(RefusalReason.BALANCE_OUT_OF_RANGE, Long.MIN_VALUE, own, Limits.OWN_MAX)
            && checks.isWithin(RefusalReason.BALANCE_OUT_OF_RANGE, 0, held, Limits.CUSTODY_MAX)
            && checks.mayBeInCustody(c.asset());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.ledger.post(
          Cause.CONTRIBUTION,
          c.asset(),
          LedgerAccount.custody(c.custody()),
          LedgerAccount.venue(to),
          c.amount());
    }
  }

  private static VenueAccount ledgerAccount(LossBearer bearer) {
    return switch (bearer) {
      case INSURANCE -> VenueAccount.INSURANCE;
      case CAPITAL -> VenueAccount.CAPITAL;
    };
  }
}
