package org.plimsoll.host;

import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueSnapshot;

/// Decides commands, in a straight line: decode, gates, match, ledger, encode. One thread owns it.
final class Decider {
  private final Venue venue;
  private final EventEncoder events;
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final CommandEncoder tick = new CommandEncoder();

  /// @param events the one that `venue` tells
  Decider(Venue venue, EventEncoder events) {
    this.venue = venue;
    this.events = events;
  }

  long sequence() {
    return venue.view().sequence();
  }

  long clockNs() {
    return venue.view().clockNs();
  }

  long stateHash() {
    return venue.view().stateHash();
  }

  /// Decides a command that waited.
  void decide(Slot slot, Turn turn) {
    decide(slot.ticket(), slot.bytes(), slot.length(), turn);
  }

  /// Passes time on. The host numbers its own commands by their place in history.
  void tick(long nowNs, long entropy, Turn turn) {
    AdvanceTime command = new AdvanceTime(nowNs, entropy);
    new Request(Host.CLIENT, sequence() + 1, command).deliverTo(tick);
    decide(Host.TICK, tick.bytes(), tick.length(), turn);
  }

  private void decide(long ticket, byte[] bytes, int length, Turn turn) {
    events.clear();
    DecodeResult result = dispatcher.dispatch(bytes, 0, length, venue);
    if (result == DecodeResult.OK) {
      turn.add(ticket, bytes, length, events.bytes(), events.length());
    } else {
      turn.addMalformed(ticket, result);
    }
  }

  Turn.SavedState save() {
    byte[] state = VenueSnapshot.of(venue);
    return new Turn.SavedState(sequence(), stateHash(), out -> out.write(state));
  }
}
