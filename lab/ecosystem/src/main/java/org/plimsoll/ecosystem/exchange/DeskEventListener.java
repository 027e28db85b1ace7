package org.plimsoll.ecosystem.exchange;

import org.plimsoll.protocol.DeskEvent;

/// Hears of what happens at the venue now and then: marks, liquidations, withdrawals, exemptions.
public interface DeskEventListener {
  void onDeskEvent(DeskEvent event);
}
