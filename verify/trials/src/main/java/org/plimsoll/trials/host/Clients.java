package org.plimsoll.trials.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostSteps;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandRecorder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Request;

/// All clients of a host: they send in order, wait where they are told to, and send again whatever
/// was not answered before a crash.
final class Clients {
  private static final int CLIENT_AT = 2;

  private final Marks marks;
  private final Deque<Packet> unsent = new ArrayDeque<>();
  private final Deque<Packet> unanswered = new ArrayDeque<>();
  private final SortedSet<Long> kept = new TreeSet<>();
  private final SortedSet<Long> again = new TreeSet<>();
  private List<Packet> before = List.of();
  private long tickets;
  private boolean wasWithoutRoom;

  Clients(Marks marks) {
    this.marks = marks;
  }

  /// What somebody has to send.
  static final class Packet {
    private final long ticket;
    private final byte[] bytes;

    Packet(long ticket, byte[] bytes) {
      this.ticket = ticket;
      this.bytes = bytes;
    }

    long ticket() {
      return ticket;
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public String toString() {
      return "ticket " + ticket;
    }

    DecodeResult result() {
      return new CommandDispatcher().dispatch(bytes, 0, bytes.length, new CommandRecorder());
    }
  }

  /// Returns the command that bytes stand for.
  static Request decoded(byte[] bytes) {
    CommandRecorder recorder = new CommandRecorder();
    DecodeResult result = new CommandDispatcher().dispatch(bytes, 0, bytes.length, recorder);
    BrokenPromise.unless(
        result == DecodeResult.OK, Promise.HISTORY_IS_WHAT_WAS_ASKED, "no command: " + result);
    return recorder.requests().getFirst();
  }

  void ask(byte[] bytes) {
    unsent.add(new Packet(tickets++, bytes));
  }

  /// Sends as much as the host takes.
  void send(HostSteps steps) {
    while (!unsent.isEmpty()) {
      Packet packet = unsent.element();
      switch (steps.submit(packet.ticket(), packet.bytes(), 0, packet.bytes().length)) {
        case TAKEN -> {
          unanswered.add(unsent.remove());
          marks.reachIf(wasWithoutRoom, Mark.DISK_FULL_AND_BACK);
          wasWithoutRoom = false;
        }
        case TOO_LONG, NOT_A_CLIENT -> turnAway(unsent.remove());
        case BUSY -> {
          marks.reach(Mark.BUSY);
          return;
        }
        case NO_ROOM -> {
          marks.reach(Mark.DISK_FULL);
          wasWithoutRoom = true;
          return;
        }
        case STOPPED -> throw new BrokenPromise(Promise.STOPS_FOR_A_REASON, "it has stopped");
      }
    }
  }

  private void turnAway(Packet packet) {
    byte[] bytes = packet.bytes();
    boolean isRight =
        bytes.length > Host.COMMAND_BYTES_MAX
            || Arrays.equals(bytes, CLIENT_AT, CLIENT_AT + Integer.BYTES, new byte[4], 0, 4);
    BrokenPromise.unless(isRight, Promise.EVERYTHING_IS_ANSWERED, "turned away for nothing");
    marks.reach(Mark.TURNED_AWAY);
  }

  /// Takes note of an answer and returns what it is about.
  byte[] answer(long ticket) {
    Packet packet = unanswered.poll();
    if (packet == null || packet.ticket() != ticket) {
      throw new BrokenPromise(
          Promise.TOLD_ONCE_AND_IN_ORDER, "told ticket " + ticket + ", but " + packet + " is next");
    }
    return packet.bytes();
  }

  /// Whether a command is sent again that a start had found.
  boolean wasKept(long ticket) {
    return kept.contains(ticket);
  }

  /// Whether a command is sent again that was lost.
  boolean isAgain(long ticket) {
    return again.contains(ticket) && !kept.contains(ticket);
  }

  /// The host is gone; nobody knows what became of what it had taken.
  void lose() {
    wasWithoutRoom = false;
    if (!unanswered.isEmpty()) {
      before = List.copyOf(unanswered);
      List.copyOf(unanswered).reversed().forEach(unsent::addFirst);
      unanswered.forEach(packet -> again.add(packet.ticket()));
      unanswered.clear();
    }
  }

  /// Returns what was under way when the host was gone, oldest first, as far as it is a command.
  Deque<Packet> underWay() {
    List<Packet> commands = new ArrayList<>(before);
    commands.removeIf(packet -> packet.result() != DecodeResult.OK);
    return new ArrayDeque<>(commands);
  }

  void keep(Packet packet) {
    kept.add(packet.ticket());
  }

  void startAnew() {
    before = List.of();
  }

  /// Whether nothing is left to be sent or answered.
  boolean isQuiet() {
    return unsent.isEmpty() && unanswered.isEmpty();
  }

  /// Whether all that was taken is answered.
  boolean isAnswered() {
    return unanswered.isEmpty();
  }
}
