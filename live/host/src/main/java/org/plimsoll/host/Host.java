package org.plimsoll.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.plimsoll.journal.Storage;

/// A venue that runs. Any thread hands in commands; the listener hears what became of them once it
/// is on the disk.
public final class Host implements AutoCloseable {
  /// The client number of the host itself, in whose name time passes.
  public static final int CLIENT = 0;

  /// The ticket of what the host does of its own accord.
  public static final long TICK = -1;

  /// The longest command, in bytes.
  public static final int COMMAND_BYTES_MAX = 1_024;

  private static final int SPINS = 200;
  private static final int YIELDS = 400;

  /// Pauses get twice as long after so many of a length, and so often at most.
  private static final int PAUSES_OF_A_LENGTH = 16;

  private static final int DOUBLINGS_MAX = 4;
  private static final long PAUSE_NS = 20_000;

  private final HostSteps steps;
  private final HostListener listener;
  private final Thread decider = new Thread(this::runDecider, "plimsoll-decider");
  private final Thread disk = new Thread(this::runDisk, "plimsoll-disk");
  private volatile boolean isStopping;
  private volatile boolean isDecided;
  private volatile boolean isOver;
  private volatile Optional<Throwable> halted = Optional.empty();

  private Host(HostSteps steps, HostListener listener) {
    this.steps = steps;
    this.listener = listener;
  }

  /// Starts a venue from what its directory holds: from nothing if that is nothing, or from the
  /// last snapshot and what the journal has after it.
  ///
  /// @throws HostRefusal if the directory cannot be trusted or used
  /// @throws IOException if it cannot be read or written
  public static Host start(
      Storage storage, HostSettings settings, HostClock clock, HostListener listener)
      throws HostRefusal, IOException {
    Host host = new Host(HostSteps.open(storage, settings, clock, listener), listener);
    host.decider.start();
    host.disk.start();
    return host;
  }

  /// Hands in a command as [org.plimsoll.protocol.CommandEncoder] writes it. Whoever calls vouches
  /// for the client that it names, unless that is the host.
  ///
  /// @param ticket comes back with the answer; not negative
  public Admission submit(long ticket, byte[] source, int offset, int length) {
    return isStopping || isOver ? Admission.STOPPED : steps.submit(ticket, source, offset, length);
  }

  /// Returns what the host is doing.
  public HostState state() {
    if (halted.isPresent()) {
      return HostState.HALTED;
    }
    if (isOver) {
      return HostState.STOPPED;
    }
    return steps.isOutOfRoom() ? HostState.OUT_OF_ROOM : HostState.RUNNING;
  }

  /// Returns what it halted of, or why it saves no snapshots any more; empty if all is well.
  public Optional<Throwable> trouble() {
    return halted.or(steps::snapshotTrouble);
  }

  /// Takes no more commands, and returns when all that were taken are decided, kept and told. On a
  /// disk without room those that wait stay undecided.
  @Override
  public void close() {
    isStopping = true;
    boolean wasInterrupted = false;
    while (disk.isAlive()) {
      try {
        disk.join();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void runDecider() {
    run(this::decide);
    isDecided = true;
  }

  /// Returns false at the end.
  private boolean decide(Idle idle) {
    if (isOver || (isStopping && steps.finish())) {
      return false;
    }
    idle.after(steps.decide());
    return true;
  }

  private void runDisk() {
    run(this::write);
    run(_ -> {
      close(steps);
      return false;
    });
    isOver = true;
    listener.onStopped(halted);
  }

  private boolean write(Idle idle) {
    boolean wasDecided = isDecided;
    boolean worked = steps.write();
    idle.after(worked);
    return halted.isEmpty() && (worked || !wasDecided || !steps.isWritten());
  }

  private static void close(HostSteps steps) {
    try {
      steps.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Repeats a step until it says that it was the last, or something is wrong.
  private void run(Loop loop) {
    Idle idle = new Idle();
    try {
      while (loop.goesOn(idle)) {
        // all is in the step
      }
    } catch (RuntimeException | Error wrong) {
      halted = halted.or(() -> Optional.of(wrong));
      isOver = true;
    }
  }

  @FunctionalInterface
  private interface Loop {
    boolean goesOn(Idle idle);
  }

  /// Waits the longer, the longer there was nothing to do.
  private static final class Idle {
    private int idles;

    @SuppressWarnings("ThreadPriorityCheck") // whoever shares the processor may have it
    void after(boolean worked) {
      idles = worked ? 0 : Math.min(idles + 1, Integer.MAX_VALUE - 1);
      if (idles > YIELDS) {
        int doublings = Math.min(DOUBLINGS_MAX, (idles - YIELDS) / PAUSES_OF_A_LENGTH);
        LockSupport.parkNanos(PAUSE_NS << doublings);
      } else if (idles > SPINS) {
        Thread.yield();
      } else if (idles > 0) {
        Thread.onSpinWait();
      }
    }
  }
}
