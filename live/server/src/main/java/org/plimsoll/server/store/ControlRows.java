package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.DeskCommand;
import org.plimsoll.protocol.DualControlled;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;

/// Privileges that were used, and what two people answer for.
record ControlRows(Rows rows) implements Projection {
  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case ExemptionUsed e ->
          rows.add(
              Statement.EXEMPTION, rows.nowNs(), e.account(), e.privilege().name(), e.amount());
      case CommandApplied(DeskCommand c) when c instanceof DualControlled two ->
          rows.add(
              Statement.DECISION,
              rows.nowNs(),
              c.getClass().getSimpleName(),
              c.toString(),
              two.reason(),
              two.granter(),
              two.secondGranter());
      default -> {}
    }
  }
}
