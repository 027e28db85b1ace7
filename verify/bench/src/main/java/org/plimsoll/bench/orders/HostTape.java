package org.plimsoll.bench.orders;

import java.util.Arrays;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// A whole history as bytes: what opens a venue, what fills its order book, and a stream. Client 0
/// is the host itself, so every other has one number more than in a trial without a host.
final class HostTape {
  private static final int CLIENT_AT = 2;

  private final Limits limits;
  private byte[] bytes = new byte[1 << 16];
  private int[] offsets = new int[1 << 10];
  private int count;
  private int prefill;
  private long stateHash;

  private HostTape(int accounts) {
    limits = VenueFloor.limits(accounts);
  }

  static HostTape of(OrderStream stream, VenueTrial.Market market, int accounts) {
    HostTape tape = new HostTape(accounts);
    market.open(accounts, new EventEncoder(), tape::append);
    tape.prefill = tape.count + stream.prefill();
    CommandTape commands = CommandTape.of(stream, market.number(), accounts);
    for (int i = 0; i < stream.count(); i++) {
      int offset = commands.offset(i);
      tape.append(commands.bytes(), offset, commands.offset(i + 1) - offset);
    }
    tape.stateHash = tape.run();
    return tape;
  }

  Limits limits() {
    return limits;
  }

  byte[] bytes() {
    return bytes;
  }

  int offset(int command) {
    return offsets[command];
  }

  int length(int command) {
    return offsets[command + 1] - offsets[command];
  }

  /// Returns how many commands there are.
  int count() {
    return count;
  }

  /// Returns how many of them are not timed.
  int prefill() {
    return prefill;
  }

  /// Fails unless a venue is where all commands lead.
  void requireSame(VenueView view) {
    if (view.sequence() != count || view.stateHash() != stateHash) {
      throw new IllegalStateException("the journal leads to another state");
    }
  }

  private long run() {
    EventEncoder events = new EventEncoder();
    Venue venue = new Venue(limits, events);
    CommandDispatcher dispatcher = new CommandDispatcher();
    for (int i = 0; i < count; i++) {
      events.clear();
      if (dispatcher.dispatch(bytes, offset(i), length(i), venue) != DecodeResult.OK) {
        throw new IllegalStateException("command " + i + " is not well formed");
      }
    }
    return venue.view().stateHash();
  }

  private void append(Request request) {
    CommandEncoder encoder = new CommandEncoder();
    request.deliverTo(encoder);
    append(encoder.bytes(), 0, encoder.length());
  }

  private void append(byte[] source, int offset, int length) {
    int from = offsets[count];
    if (from + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    if (count + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    System.arraycopy(source, offset, bytes, from, length);
    raiseClient(from + CLIENT_AT);
    offsets[++count] = from + length;
  }

  /// Adds one to a little-endian number.
  private void raiseClient(int at) {
    int digit = at;
    while (++bytes[digit] == 0) {
      digit++;
    }
  }
}
