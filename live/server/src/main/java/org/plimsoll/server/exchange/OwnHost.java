package org.plimsoll.server.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.host.Admission;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostClock;
import org.plimsoll.host.HostListener;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Request;

/// A host of the server's own.
final class OwnHost implements Authority {
  /// The client number of the server, in whose name all its clients send.
  static final int CLIENT = 1;

  private final Host host;
  private final HostClock clock;
  private final long lastNumber;
  private final CommandEncoder encoder = new CommandEncoder();

  private OwnHost(Host host, HostClock clock, long lastNumber) {
    this.host = host;
    this.clock = clock;
    this.lastNumber = lastNumber;
  }

  /// Starts a venue from what its directory holds, or a new one.
  static OwnHost start(Storage storage, Home.Own own, Known known, Listener listener)
      throws HostRefusal, IOException {
    HostClock clock = own.pace().from(known.clockNs());
    Host host = Host.start(storage, own.settings(), clock, new Ear(listener));
    return new OwnHost(host, clock, known.lastNumber());
  }

  @Override
  public long lastNumber() {
    return lastNumber;
  }

  @Override
  public Optional<Answer.Why> submit(long number, Command command) {
    new Request(CLIENT, number, command).deliverTo(encoder);
    Admission admission = host.submit(number, encoder.bytes(), 0, encoder.length());
    return switch (admission) {
      case TAKEN -> Optional.empty();
      case BUSY -> Optional.of(Answer.Why.BUSY);
      case NO_ROOM -> Optional.of(Answer.Why.NO_ROOM);
      case STOPPED -> Optional.of(Answer.Why.STOPPED);
      case TOO_LONG, NOT_A_CLIENT ->
          throw new IllegalStateException(admission + " of " + command.getClass().getSimpleName());
    };
  }

  @Override
  public Answer await(CompletableFuture<Answer> answer) {
    return answer.join();
  }

  @Override
  public long nowNs() {
    return clock.nowNs();
  }

  @Override
  public ExchangeState state() {
    return switch (host.state()) {
      case RUNNING -> ExchangeState.RUNNING;
      case OUT_OF_ROOM -> ExchangeState.OUT_OF_ROOM;
      case STOPPED -> ExchangeState.STOPPED;
      case HALTED -> ExchangeState.HALTED;
    };
  }

  @Override
  public Optional<Throwable> trouble() {
    return host.trouble();
  }

  @Override
  public Optional<LearnerStanding> standing() {
    return Optional.empty();
  }

  @Override
  public void close() {
    host.close();
  }

  /// Hears what the host tells, by the thread of its disk.
  private static final class Ear implements HostListener {
    private final Listener listener;
    private byte[] command = new byte[0];

    Ear(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void onCommand(long sequence, byte[] bytes, int offset, int length) {
      command = Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public void onApplied(long ticket, long sequence, byte[] events, int offset, int length) {
      listener.onDecided(ticket == Host.TICK ? 0 : ticket, sequence, command);
    }

    @Override
    public void onMalformed(long ticket, DecodeResult why) {
      throw new IllegalStateException("the server sent what is no command: " + why);
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      listener.onStopped();
    }
  }
}
