package org.plimsoll.bench.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.plimsoll.bench.orders.VenueTrial.Market;
import org.plimsoll.host.Admission;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostClock;
import org.plimsoll.host.HostListener;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.HostSettings;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;

/// How many commands a second a host decides, journals with sync, and tells; and how many a second
/// come back on a start. Elapsed time, as several threads and a disk take part in it.
public final class HostContest {
  private static final int ACCOUNTS = 1_000;
  private static final int RESTING = 1_000;
  private static final long SEED = 20_221_111;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long WAIT_NS = 20_000;

  private HostContest() {}

  /// Runs `rounds=5` times over `commands=1000000`, each time in a new folder below the working
  /// directory that is deleted afterwards. With `transfers=1` the commands are moves of money
  /// instead of orders.
  public static void main(String... arguments) throws IOException, HostRefusal {
    Choice choice = Choice.of(arguments);
    int commands = choice.number("commands", 1_000_000);
    int rounds = choice.number("rounds", 5);
    HostTape tape =
        choice.number("transfers", 0) == 0
            ? orders(commands)
            : HostTape.ofTransfers(Transfers.draw(ACCOUNTS, commands, SEED));
    double[] journaled = new double[rounds];
    double[] replayed = new double[rounds];
    System.out.println("load average " + Load.average());
    for (int round = 0; round < rounds; round++) {
      Path folder = Files.createTempDirectory(Path.of(""), "host-contest-");
      try {
        journaled[round] = journal(tape, folder);
        replayed[round] = replay(tape, folder);
      } finally {
        delete(folder);
      }
    }
    print("journaled with sync, decided and told", journaled);
    print("replayed on a start, checksums included", replayed);
    System.out.println("load average " + Load.average());
  }

  private static HostTape orders(int commands) {
    OrderStream stream =
        StreamRecorder.record(
            Regime.NORMAL,
            OrderDraw.UNIFORM,
            RESTING,
            commands,
            new AccountDraw(ACCOUNTS, false),
            SEED);
    return HostTape.of(stream, Market.PERPETUAL, ACCOUNTS);
  }

  static double journal(HostTape tape, Path folder) throws IOException, HostRefusal {
    Told told = new Told();
    HostSettings settings =
        new HostSettings(tape.limits(), JournalSettings.DEFAULT, 1_000_000_000, 0, 1 << 16, false);
    try (DiskStorage storage = DiskStorage.open(folder)) {
      Host host = Host.start(storage, settings, new StandingClock(), told);
      submit(host, tape, 0, tape.prefill());
      while (told.applied.get() < tape.prefill()) {
        LockSupport.parkNanos(WAIT_NS);
      }
      long startNs = System.nanoTime();
      submit(host, tape, tape.prefill(), tape.count());
      while (told.applied.get() < tape.count()) {
        LockSupport.parkNanos(WAIT_NS);
      }
      long takenNs = System.nanoTime() - startNs;
      host.close();
      host.trouble()
          .ifPresent(why -> {
            throw new IllegalStateException("the host ended early", why);
          });
      tape.requireTold(told.crc.getValue());
      return (tape.count() - tape.prefill()) * NANOS_PER_SECOND / takenNs;
    }
  }

  private static void submit(Host host, HostTape tape, int from, int to) {
    for (int i = from; i < to; i++) {
      Admission admission;
      do {
        admission = host.submit(i, tape.bytes(), tape.offset(i), tape.length(i));
        if (admission != Admission.TAKEN) {
          LockSupport.parkNanos(WAIT_NS);
        }
      } while (admission == Admission.BUSY || admission == Admission.NO_ROOM);
      if (admission != Admission.TAKEN) {
        throw new IllegalStateException("command " + i + ": " + admission);
      }
    }
  }

  static double replay(HostTape tape, Path folder) throws IOException, HostRefusal {
    long startNs = System.nanoTime();
    EventEncoder events = new EventEncoder();
    try (Replay replay = Replay.longest(DiskStorage.openToRead(folder), events)) {
      while (replay.next()) {
        events.clear();
      }
      long takenNs = System.nanoTime() - startNs;
      tape.requireSame(replay.venue().view());
      return tape.count() * NANOS_PER_SECOND / takenNs;
    }
  }

  private static void print(String what, double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: median %,.0f a second, lowest %,.0f, highest %,.0f, %d runs%n",
        what,
        sorted[(sorted.length - 1) / 2],
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }

  /// A clock that stands, so that history is the recorded commands and nothing else.
  private record StandingClock() implements HostClock {
    @Override
    public long nowNs() {
      return 0;
    }

    @Override
    public long entropy() {
      return SEED;
    }
  }

  /// Counts what is told, and takes a checksum of it; a malformed command ends the run.
  private static final class Told implements HostListener {
    private final CRC32C crc = new CRC32C();
    private final AtomicLong applied = new AtomicLong();

    @Override
    public void onApplied(long ticket, long sequence, byte[] events, int offset, int length) {
      if (ticket != Host.TICK) {
        crc.update(events, offset, length);
        applied.setRelease(applied.getPlain() + 1);
      }
    }

    @Override
    public void onMalformed(long ticket, DecodeResult why) {
      throw new IllegalStateException("command " + ticket + ": " + why);
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      // the host's own trouble is asked for
    }
  }
}
