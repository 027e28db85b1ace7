package org.plimsoll.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.OrderEvent.LimitOrderAccepted;
import org.plimsoll.protocol.OrderEvent.MarketOrderAccepted;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent.TriggerAccepted;
import org.plimsoll.protocol.TriggerEvent.TriggerFired;
import org.plimsoll.protocol.TriggerEvent.TriggerRefused;
import org.plimsoll.server.store.Kept.TriggerStatus;

/// Orders that wait for the mark, and what became of them. The order that one places is the next
/// that is accepted in the same step.
final class TriggerRows implements Projection {
  private static final RefusalReason[] REASONS = RefusalReason.values();

  private final Rows rows;
  private @Nullable PlaceTrigger placed;
  private long fired;

  TriggerRows(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case CommandApplied(PlaceTrigger c) -> placed = c;
      case CommandApplied(CancelTrigger c) -> close(TriggerStatus.CANCELED, c.trigger());
      case TriggerAccepted e -> accept(e.trigger());
      case TriggerFired e -> {
        close(TriggerStatus.FIRED, e.trigger());
        fired = e.trigger();
      }
      case TriggerRefused e -> {
        rows.put(
            Statement.TRIGGER_REFUSED,
            reason(e.reason()).name(),
            e.required(),
            e.available(),
            e.trigger());
        fired = 0;
      }
      case LimitOrderAccepted e -> place(e.order());
      case MarketOrderAccepted e -> place(e.order());
      case DueWorkBegan _ -> fired = 0;
      default -> {}
    }
  }

  @Override
  public void end() {
    fired = 0;
  }

  private void accept(long trigger) {
    PlaceTrigger c = placed;
    if (c == null) {
      throw new IllegalStateException("trigger " + trigger + " follows from no command");
    }
    rows.put(
        Statement.TRIGGER,
        trigger,
        c.account(),
        c.market(),
        c.kind().name(),
        c.side().name(),
        c.triggerTicks(),
        c.limitTicks(),
        c.quantityLots(),
        c.isReduceOnly(),
        rows.nowNs(),
        TriggerStatus.OPEN.name());
  }

  private void close(TriggerStatus status, long trigger) {
    rows.put(Statement.TRIGGER_CLOSED, status.name(), rows.nowNs(), trigger);
  }

  private void place(long order) {
    if (fired != 0) {
      rows.put(Statement.TRIGGER_PLACED, order, fired);
      fired = 0;
    }
  }

  private static RefusalReason reason(int code) {
    for (RefusalReason reason : REASONS) {
      if (reason.code() == code) {
        return reason;
      }
    }
    throw new IllegalStateException("no reason has the number " + code);
  }
}
