package org.plimsoll.trials.host;

import java.io.IOException;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostListener;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.trials.disk.FaultPlan;
import org.plimsoll.trials.disk.SimulatedDisk;
import org.plimsoll.trials.disk.Survival;

/// Hears what a host tells, and holds against it what a start finds.
final class Witness implements HostListener {
  /// How many of what is told are tried at once against a machine that stops at that moment.
  private static final int LOOKS_EVERY = 8;

  private final History history;
  private final Clients clients;
  private final TrialClock clock;
  private final Faults faults;
  private final Marks marks;
  private final Supplier<SimulatedDisk> disk;
  private boolean wasFlipped;
  private long lastDecidedNs = -1;

  Witness(
      History history,
      Clients clients,
      TrialClock clock,
      Faults faults,
      Marks marks,
      Supplier<SimulatedDisk> disk) {
    this.history = history;
    this.clients = clients;
    this.clock = clock;
    this.faults = faults;
    this.marks = marks;
    this.disk = disk;
  }

  void flipped() {
    wasFlipped = true;
  }

  boolean wasFlipped() {
    return wasFlipped;
  }

  /// Returns what the clock showed when something was decided the last time.
  long lastDecidedNs(long nowNs) {
    long last = lastDecidedNs;
    lastDecidedNs = nowNs;
    return last;
  }

  @Override
  public void onApplied(long ticket, long sequence, byte[] events, int offset, int length) {
    BrokenPromise.unless(
        sequence == history.size() + 1,
        Promise.TOLD_ONCE_AND_IN_ORDER,
        "told command " + sequence + " after " + history.size());
    byte[] command;
    if (ticket == Host.TICK) {
      command = clock.oldest(sequence);
      BrokenPromise.unless(
          command.length > 0, Promise.TOLD_ONCE_AND_IN_ORDER, "told a tick that was none");
      clock.told();
    } else {
      command = clients.answer(ticket);
    }
    if (sequence % LOOKS_EVERY == 0 && !faults.hasLied()) {
      requireDurable(sequence);
    }
    history.addTold(command, events, offset, length);
    marks.reachIf(clients.wasKept(ticket) && history.isLastARepeat(), Mark.RESENT_AND_DEDUPLICATED);
    marks.reachIf(clients.isAgain(ticket) && !history.isLastARepeat(), Mark.RESENT_AND_APPLIED);
  }

  private void requireDurable(long sequence) {
    Found found = Found.on(disk.get().restart(new Survival.SyncedOnly(), FaultPlan.NEVER));
    BrokenPromise.unless(
        found.last() >= sequence || faults.hasLostNames() || wasFlipped,
        Promise.DURABLE_BEFORE_TOLD,
        "told command " + sequence + " while the disk has " + found.last() + " " + found.refusal());
  }

  @Override
  public void onMalformed(long ticket, DecodeResult why) {
    byte[] bytes = clients.answer(ticket);
    DecodeResult expected = new Clients.Packet(ticket, bytes).result();
    BrokenPromise.unless(
        why == expected && why != DecodeResult.OK,
        Promise.EVERYTHING_IS_ANSWERED,
        "told that " + expected + " is " + why);
    marks.reach(Mark.MALFORMED);
  }

  @Override
  public void onStopped(Optional<Throwable> why) {
    throw new BrokenPromise(Promise.STOPS_FOR_A_REASON, "steps tell no end");
  }

  /// Makes what a start has found the history, after checking that it may be.
  ///
  /// @param mayLoseFrom the first command that may be gone
  /// @return whether the end is lost as it may be, so that the trial is over
  boolean adopt(Found found, long mayLoseFrom) {
    long told = history.size();
    for (long sequence = found.first(); sequence <= Math.min(told, found.last()); sequence++) {
      BrokenPromise.unless(
          Arrays.equals(found.record(sequence), history.command(sequence)),
          Promise.HISTORY_IS_WHAT_WAS_ASKED,
          "command " + sequence + " is another one now");
    }
    marks.reachIf(found.isTorn(), Mark.RECOVERED_TORN_TAIL);
    marks.reachIf(found.isFromSnapshot(), Mark.RECOVERED_FROM_SNAPSHOT);
    marks.reachIf(found.passedOver() > 0, Mark.SNAPSHOT_PASSED_OVER);
    marks.reachIf(found.first() > 1, Mark.PRUNED);
    if (found.last() < told) {
      return mayBeLost(found, mayLoseFrom);
    }
    adoptUntold(found, told);
    clients.startAnew();
    clock.forget();
    return false;
  }

  private boolean mayBeLost(Found found, long mayLoseFrom) {
    BrokenPromise.unless(
        faults.hasLied() || found.last() + 1 >= mayLoseFrom,
        Promise.NOTHING_TOLD_IS_LOST,
        "told " + history.size() + " commands and found " + found.last() + found.refusal());
    marks.reach(faults.hasLied() ? Mark.LOST_TO_A_LIE : Mark.LOST_TO_A_FLIP);
    return true;
  }

  private void adoptUntold(Found found, long told) {
    Deque<Clients.Packet> underWay = clients.underWay();
    for (long sequence = told + 1; sequence <= found.last(); sequence++) {
      byte[] record = found.record(sequence);
      Clients.Packet packet = underWay.peek();
      if (Arrays.equals(record, clock.oldest(sequence))) {
        clock.told();
      } else {
        BrokenPromise.unless(
            packet != null && Arrays.equals(record, packet.bytes()),
            Promise.HISTORY_IS_WHAT_WAS_ASKED,
            "nobody asked for command " + sequence + ", or not then");
        clients.keep(underWay.remove());
      }
      history.add(record);
      marks.reach(Mark.RECOVERED_UNTOLD);
    }
  }

  /// Replays what is kept, from its beginning and from its last snapshot.
  void requireSameReplays(Storage storage) {
    try (Replay longest = Replay.longest(storage, new EventEncoder());
        Replay latest = Replay.latest(storage, new EventEncoder())) {
      requireSame(longest);
      requireSame(latest);
    } catch (IOException | HostRefusal e) {
      throw new BrokenPromise(Promise.REFUSES_FOR_A_REASON, "no replay: " + e);
    }
  }

  private void requireSame(Replay replay) throws HostRefusal {
    while (replay.next()) {
      // to the end
    }
    BrokenPromise.unless(
        replay.venue().view().stateHash() == history.stateHash(),
        Promise.SAME_STATE,
        "a replay comes to another state");
  }
}
