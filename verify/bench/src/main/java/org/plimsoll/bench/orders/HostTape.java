package org.plimsoll.bench.orders;

import java.util.Arrays;
import java.util.zip.CRC32C;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.CashCommand.OpenCustody;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.CustodyKind;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// A whole history as bytes: what opens a venue, what fills its order book, and a stream. Client 0
/// is the host itself, so every other has one number more than in a trial without a host.
final class HostTape {
  private static final int CLIENT_AT = 2;

  private final Limits limits;
  private final CommandEncoder encoder = new CommandEncoder();
  private byte[] bytes = new byte[1 << 16];
  private int[] offsets = new int[1 << 10];
  private int count;
  private int prefill;
  private long stateHash;
  private long eventsCrc;

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
    tape.run();
    return tape;
  }

  /// Records moves of money: transfers of the ledger and nothing beside.
  static HostTape ofTransfers(Transfers transfers) {
    HostTape tape = new HostTape(transfers.accounts());
    tape.deliver(new DefineAsset(0, "USD", 6, Limits.VALUE_MAX));
    tape.deliver(new OpenCustody(0, CustodyKind.BANK, "bank"));
    for (int account = 0; account < transfers.accounts(); account += 2) {
      tape.deliver(new OpenAccount(account, "a" + account));
      tape.deliver(new OpenSubaccount(account + 1, account, "s" + account));
      tape.deliver(new DepositAsset(account, 0, transfers.start(), 0));
      tape.deliver(new DepositAsset(account + 1, 0, transfers.start(), 0));
    }
    tape.prefill = tape.count;
    for (int i = 0; i < transfers.count(); i++) {
      tape.deliver(new MoveAsset(transfers.source(i), transfers.target(i), 0, 1));
    }
    tape.run();
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

  /// Fails unless what was told are the events that all commands lead to, trades among them.
  ///
  /// @param crc CRC-32C of the bytes of all events in their order
  void requireTold(long crc) {
    if (crc != eventsCrc) {
      throw new IllegalStateException("other events were told");
    }
  }

  /// Runs everything in memory, where nothing may be refused and every asset must add up.
  private void run() {
    Venue venue = new Venue(limits, new EventRecorder(HostTape::requireApplied));
    run(venue, () -> {});
    ZeroSums.require(venue.view());
    stateHash = venue.view().stateHash();
    EventEncoder events = new EventEncoder();
    CRC32C crc = new CRC32C();
    run(
        new Venue(limits, events),
        () -> {
          crc.update(events.bytes(), 0, events.length());
          events.clear();
        });
    eventsCrc = crc.getValue();
  }

  private void run(Venue venue, Runnable afterEach) {
    CommandDispatcher dispatcher = new CommandDispatcher();
    for (int i = 0; i < count; i++) {
      if (dispatcher.dispatch(bytes, offset(i), length(i), venue) != DecodeResult.OK) {
        throw new IllegalStateException("command " + i + " is not well formed");
      }
      afterEach.run();
    }
  }

  private static void requireApplied(Event event) {
    if (event instanceof Event.CommandRefused refused) {
      throw new IllegalStateException(refused.toString());
    }
  }

  private void deliver(Command command) {
    append(new Request(0, count + 1L, command));
  }

  private void append(Request request) {
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
