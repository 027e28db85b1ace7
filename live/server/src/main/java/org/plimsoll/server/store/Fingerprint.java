package org.plimsoll.server.store;

import java.util.List;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.Event.CommandSequenced;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;

/// Tells one history from another: of who sent what, of the entropy that nobody can foresee, of
/// money and of trades.
///
/// A journal's identity would not do. A copy of a directory that has gone on by itself has the same
/// one, and is another history.
final class Fingerprint {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long value;

  long value() {
    return value;
  }

  void add(List<Event> events) {
    for (Event event : events) {
      switch (event) {
        case CommandSequenced e -> add(e.sequence(), e.client(), e.clientSequence());
        case CommandApplied(AdvanceTime c) -> add(c.timestampNs(), c.entropy());
        case TransferPosted e -> add(e.cause().code(), e.asset(), e.from(), e.to(), e.amount());
        case TradeExecuted e -> add(e.makerOrder(), e.takerOrder(), e.priceTicks());
        default -> add(event.getClass().getSimpleName().hashCode());
      }
    }
  }

  private void add(long... numbers) {
    for (long number : numbers) {
      value = (value ^ number) * MIX;
      value ^= value >>> 32;
    }
  }
}
