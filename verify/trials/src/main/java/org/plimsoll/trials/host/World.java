package org.plimsoll.trials.host;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.host.HostListener;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.HostSteps;
import org.plimsoll.journal.JournalException;
import org.plimsoll.model.LawRun;
import org.plimsoll.trials.disk.FaultPlan;
import org.plimsoll.trials.disk.SimulatedCrash;
import org.plimsoll.trials.disk.SimulatedDisk;
import org.plimsoll.trials.disk.Survival;

/// A host with its clients, its clock and its disk. Nothing happens in it by itself, and all that
/// happens is checked.
public final class World {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int BLOCK = 4096;
  private static final int STOP_TURNS_MAX = 1_000;
  private static final int END_TURNS_MAX = 20_000;

  private final Shape shape;
  private final Plant plant;
  private final Marks marks = new Marks();
  private final Faults faults = new Faults(marks);
  private final TrialClock clock;
  private final Clients clients = new Clients(marks);
  private final History history = new History(marks);
  private final Witness witness;
  private SimulatedDisk disk = new SimulatedDisk(faults);
  private @Nullable HostSteps steps;
  private boolean isOver;
  private boolean isStopped;

  /// Whether the machine has stopped since a start last made the mark behind the last batch
  /// durable.
  private boolean isMarkInDoubt;

  /// The first command that damage to the last batch may have cost, until a start has told what it
  /// found.
  private long mayLoseFrom = Long.MAX_VALUE;

  private long clockNs;
  private long firstOfBatch;
  private long starts;
  private long crashes;
  private long refusals;

  World(Shape shape, Plant plant) {
    this.shape = shape;
    this.plant = plant;
    this.clock = new TrialClock(shape.seed());
    this.witness = new Witness(history, clients, clock, faults, marks, () -> disk);
  }

  /// Whether a host runs.
  boolean isUp() {
    return steps != null;
  }

  /// Whether the disk is such that nothing can go on.
  boolean isOver() {
    return isOver;
  }

  boolean isFull() {
    return faults.isFull();
  }

  long clockNs() {
    return clockNs;
  }

  LawRun run() {
    return history.run();
  }

  Marks marks() {
    return marks;
  }

  long commands() {
    return history.size();
  }

  long starts() {
    return starts;
  }

  long crashes() {
    return crashes;
  }

  long refusals() {
    return refusals;
  }

  /// Lets something happen. What needs a host does nothing while there is none.
  ///
  /// @throws BrokenPromise if that shows that a promise is not kept
  void act(Act act) {
    if (isOver) {
      return;
    }
    switch (act) {
      case Act.Ask(var request) -> ask(TrialClock.encoded(request));
      case Act.Garble(var hex) -> ask(HexFormat.of().parseHex(hex));
      case Act.Decide _ -> step(this::decide);
      case Act.Write _ -> step(this::write);
      case Act.Clock(long nowNs) -> setClock(nowNs);
      case Act.Arm arm -> faults.arm(arm);
      case Act.Room(boolean isThere) -> faults.setFull(!isThere);
      case Act.Stop _ -> step(this::stop);
      case Act.Start(var survival, long flip) -> start(survival, flip);
    }
  }

  private void ask(byte[] bytes) {
    clients.ask(bytes);
    HostSteps running = steps;
    if (running != null) {
      clients.send(running);
    }
  }

  private void setClock(long nowNs) {
    marks.reachIf(nowNs - clockNs >= HOUR_NS, Mark.CLOCK_JUMPED);
    marks.reachIf(nowNs < clockNs, Mark.CLOCK_WENT_BACK);
    clockNs = nowNs;
    clock.set(nowNs);
  }

  /// Something that a host does, which the end of the machine or of the disk may interrupt.
  private interface Step {
    void on(HostSteps running) throws IOException;
  }

  private void step(Step step) {
    HostSteps running = steps;
    if (running == null) {
      return;
    }
    try {
      step.on(running);
      marks.reachIf(running.snapshotTrouble().isPresent(), Mark.SNAPSHOT_FAILED);
    } catch (SimulatedCrash stopped) {
      crashes++;
      down();
    } catch (JournalException | IOException failed) {
      BrokenPromise.unless(
          faults.hasFailed(), Promise.STOPS_FOR_A_REASON, "a disk that is well: " + failed);
      marks.reach(Mark.HALTED_BY_DISK);
      halt(running);
    } catch (BrokenPromise broken) {
      throw broken;
    } catch (RuntimeException thrown) {
      throw new BrokenPromise(Promise.STOPS_FOR_A_REASON, "the host threw " + thrown);
    }
  }

  private void halt(HostSteps running) {
    try {
      running.close();
    } catch (JournalException | IOException | SimulatedCrash asWell) {
      // It is over in any case.
    }
    down();
  }

  private void down() {
    steps = null;
    clients.lose();
  }

  private void decide(HostSteps running) {
    clients.send(running);
    long told = clock.nowNs();
    running.decide();
    marks.reachIf(told == witness.lastDecidedNs(told), Mark.CLOCK_STOOD);
  }

  private void write(HostSteps running) {
    long before = history.size();
    try {
      running.write();
    } finally {
      firstOfBatch = history.size() > before ? before + 1 : firstOfBatch;
      marks.reachIf(history.bytesAfter(before) > BLOCK, Mark.WROTE_SEVERAL_BLOCKS);
    }
  }

  /// Stops as a host does that is told to.
  private void stop(HostSteps running) throws IOException {
    for (int turns = 0; !running.finish(); turns++) {
      write(running);
      BrokenPromise.unless(
          turns < STOP_TURNS_MAX,
          Promise.EVERYTHING_IS_ANSWERED,
          "it was told to stop and does not");
    }
    while (!running.isWritten()) {
      write(running);
    }
    boolean wasOutOfRoom = running.isOutOfRoom();
    BrokenPromise.unless(
        wasOutOfRoom || clients.isAnswered(), Promise.EVERYTHING_IS_ANSWERED, "stopped too early");
    running.close();
    marks.reach(wasOutOfRoom ? Mark.STOPPED_ON_A_FULL_DISK : Mark.STOPPED_CLEANLY);
    isStopped = true;
    down();
  }

  private void start(Survival survival, long flip) {
    countCrash(survival);
    down();
    disk = disk.restart(survival, faults);
    boolean isFlipped = flip >= 0 && flip(flip);
    Found found = Found.on(disk.restart(new Survival.Kill(), FaultPlan.NEVER));
    faults.setStarting(true);
    clock.setTicking(false);
    isMarkInDoubt |= !isStopped && !(survival instanceof Survival.Kill);
    if (isFlipped && isMarkInDoubt && found.isTorn()) {
      mayLoseFrom = firstOfBatch;
    }
    marks.reachIf(segments() > 1, Mark.SEVERAL_SEGMENTS);
    try {
      open();
      isStopped = false;
      isMarkInDoubt = false;
      starts++;
      adopt(found, isFlipped);
      mayLoseFrom = Long.MAX_VALUE;
    } catch (SimulatedCrash stopped) {
      crashes++;
    } catch (HostRefusal refused) {
      refuse(refused);
    } catch (JournalException | IOException failed) {
      BrokenPromise.unless(
          faults.hasFailed() || faults.isFull(),
          Promise.STOPS_FOR_A_REASON,
          "no start on a disk that is well: " + failed);
    } finally {
      faults.setStarting(false);
      clock.setTicking(true);
    }
  }

  private long segments() {
    return disk.files().keySet().stream().filter(name -> name.endsWith(".journal")).count();
  }

  private void countCrash(Survival survival) {
    if (steps != null) {
      crashes++;
      marks.reach(survival instanceof Survival.Kill ? Mark.KILLED : Mark.CRASHED_BETWEEN_STEPS);
    }
  }

  private void open() throws HostRefusal, IOException {
    HostListener listener = plant.listener(witness);
    steps = HostSteps.open(plant.storage(disk), shape.settings(), clock, listener);
  }

  private void adopt(Found found, boolean isFlipped) {
    HostSteps running = steps;
    if (running == null) {
      return;
    }
    isOver = witness.adopt(found, mayLoseFrom);
    if (isOver) {
      return;
    }
    marks.reachIf(isFlipped, Mark.FLIP_SURVIVED);
    BrokenPromise.unless(
        running.stateHash() == history.stateHash(),
        Promise.SAME_STATE,
        "another state after command " + history.size());
  }

  private void refuse(HostRefusal refused) {
    BrokenPromise.unless(
        faults.hasLied() || faults.hasLostNames() || witness.wasFlipped(),
        Promise.REFUSES_FOR_A_REASON,
        "refused a disk that is well: " + refused.getMessage());
    refusals++;
    marks.reach(Mark.REFUSED);
    isOver = true;
  }

  private boolean flip(long flip) {
    Optional<SortedMap<String, byte[]>> flipped = BitFlip.in(disk.files(), flip);
    flipped.ifPresent(files -> disk = SimulatedDisk.of(files, faults));
    flipped.ifPresent(_ -> witness.flipped());
    return flipped.isPresent();
  }

  /// Lets everything come to its end: all that was asked is answered, the host stops, and what it
  /// leaves is looked at once more.
  void end() {
    faults.disarm();
    faults.setFull(false);
    if (!isUp()) {
      act(new Act.Start(new Survival.Kill(), -1));
    }
    for (int turns = 0; isUp() && !isOver && !clients.isQuiet(); turns++) {
      BrokenPromise.unless(
          turns < END_TURNS_MAX, Promise.EVERYTHING_IS_ANSWERED, "taken and never told");
      act(new Act.Decide());
      act(new Act.Write());
    }
    act(new Act.Stop());
    act(new Act.Start(new Survival.SyncedOnly(), -1));
    act(new Act.Stop());
    if (!isOver) {
      witness.requireSameReplays(disk.restart(new Survival.Kill(), FaultPlan.NEVER));
      marks.reachIf(faults.hasLied(), Mark.LIE_SURVIVED);
    }
  }

  @Override
  public String toString() {
    return "world of " + shape + Arrays.toString(new long[] {history.size(), starts, crashes});
  }
}
