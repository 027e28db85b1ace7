package org.plimsoll.model;

import static org.plimsoll.model.NaiveVenue.checkKnown;
import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.util.List;
import java.util.Locale;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;

/// Privileges at the slow twin: the grants that hold, as they were given.
final class NaivePrivileges {
  private static final long BOUND = 1_000_000_000_000_000_000L;

  private final NaiveState state;

  NaivePrivileges(NaiveState state) {
    this.state = state;
  }

  void on(ControlCommand command, List<Event> events) {
    String one = command.granter().toLowerCase(Locale.ROOT);
    String other = command.secondGranter().toLowerCase(Locale.ROOT);
    unless(!one.equals(other), RefusalReason.SAME_GRANTER, 2, 1);
    switch (command) {
      case ControlCommand.GrantPrivilege c -> {
        checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
        boolean hasLine = c.privilege() == Privilege.ALLOW_NEGATIVE;
        long low = hasLine ? 1 : 0;
        unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, low, c.amount(), hasLine ? BOUND : 0);
        state.grants.removeIf(g -> isOf(g, c.account(), c.privilege()));
        state.grants.add(c);
        events.add(new Event.CommandApplied(c));
      }
      case ControlCommand.RevokePrivilege c -> {
        checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
        boolean was = state.grants.removeIf(g -> isOf(g, c.account(), c.privilege()));
        unless(was, RefusalReason.NOT_GRANTED, 1, 0);
        events.add(new Event.CommandApplied(c));
      }
      case ControlCommand.OverridePublishedFigure c -> {
        unlessWithin(RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.value(), BOUND);
        events.add(new Event.CommandApplied(c));
        events.add(new ControlEvent.PublishedFigureOverridden(c.figure(), c.value()));
      }
    }
  }

  static boolean isOf(ControlCommand.GrantPrivilege grant, int account, Privilege privilege) {
    return grant.account() == account && grant.privilege() == privilege;
  }
}
