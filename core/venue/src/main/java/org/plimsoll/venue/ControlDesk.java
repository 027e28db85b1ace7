package org.plimsoll.venue;

import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.ControlCommand.GrantPrivilege;
import org.plimsoll.protocol.ControlCommand.OverridePublishedFigure;
import org.plimsoll.protocol.ControlCommand.RevokePrivilege;
import org.plimsoll.protocol.ControlEvent.PublishedFigureOverridden;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;

/// Makes exceptions from the rules, each by two people and for a reason that stays in the journal.
final class ControlDesk {
  private final VenueState state;
  private final Checks checks;
  private final DualControl dualControl;

  ControlDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.dualControl = new DualControl(checks);
  }

  void on(ControlCommand command) {
    switch (command) {
      case GrantPrivilege c -> grant(c);
      case RevokePrivilege c -> revoke(c);
      case OverridePublishedFigure c -> override(c);
    }
  }

  private void grant(GrantPrivilege c) {
    boolean hasLine = c.privilege() == Privilege.ALLOW_NEGATIVE;
    boolean passes =
        dualControl.passes(c)
            && checks.account(c.account())
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE,
                hasLine ? 1 : 0,
                c.amount(),
                hasLine ? Limits.CREDIT_LINE_MAX : 0);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.privileges.grant(c.account(), c.privilege(), c.amount());
      state.index.touch(c.account());
    }
  }

  private void revoke(RevokePrivilege c) {
    if (dualControl.passes(c) && checks.account(c.account()) && isGranted(c)) {
      state.sink.onCommandApplied(c);
      state.privileges.revoke(c.account(), c.privilege());
    }
  }

  private void override(OverridePublishedFigure c) {
    boolean passes =
        dualControl.passes(c)
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.value(), Limits.BALANCE_MAX);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.overriddenFigures.put(c.figure(), c.value());
      state.sink.onDesk(new PublishedFigureOverridden(c.figure(), c.value()));
    }
  }

  private boolean isGranted(RevokePrivilege c) {
    return state.privileges.has(c.account(), c.privilege())
        || checks.refuse(RefusalReason.NOT_GRANTED, 1, 0);
  }
}
