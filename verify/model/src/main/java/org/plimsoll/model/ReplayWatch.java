package org.plimsoll.model;

import java.util.Arrays;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Venue;

/// Lets another venue live through the same history: it tells the same bytes and comes to the same
/// state, command by command.
final class ReplayWatch implements RunWatch {
  private final EventEncoder events = new EventEncoder();
  private final Venue other = new Venue(VenueLaws.LIMITS, events);
  private final CommandEncoder journal = new CommandEncoder();
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final boolean isFromBytes;

  /// Creates a venue that hears each command as it is, or as it was written and read again.
  ReplayWatch(boolean isFromBytes) {
    this.isFromBytes = isFromBytes;
  }

  @Override
  public void after(Request request, LawRun run) {
    events.clear();
    deliver(request);
    byte[] told = Arrays.copyOf(events.bytes(), events.length());
    BrokenLaw.unless(Arrays.equals(run.bytes(), told), () -> "event bytes differ after " + request);
    if (isFromBytes) {
      BrokenLaw.unless(
          run.stateHash() == other.view().stateHash(), () -> "states differ after " + request);
    }
  }

  @Override
  public void end(LawRun run) {
    BrokenLaw.unlessEqual(run.stateHash(), other.view().stateHash(), "state in the end");
  }

  private void deliver(Request request) {
    if (isFromBytes) {
      request.deliverTo(journal);
      DecodeResult result = dispatcher.dispatch(journal.bytes(), 0, journal.length(), other);
      BrokenLaw.unlessEqual(DecodeResult.OK, result, () -> "decoding of " + request);
    } else {
      request.deliverTo(other);
    }
  }
}
