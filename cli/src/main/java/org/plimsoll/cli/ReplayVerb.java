package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.Snapshot;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.venue.VenueView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll replay`: does again what a journal says, and compares.
@Command(
    name = "replay",
    description = {
      "Apply a venue's journal again, from the first command, compare the state with the newest"
          + " snapshot where there is one, and print the state hash at the end and the rate.",
      "Every checksum of the journal is verified before the first command is applied."
    })
final class ReplayVerb implements Callable<Integer> {
  private static final double NANOS_PER_SECOND = 1e9;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The venue's data folder.")
  private Path directory = Path.of("");

  @Override
  public Integer call() throws IOException {
    HistoryFolder folder = new HistoryFolder(directory);
    EventEncoder events = new EventEncoder();
    try (Replay replay = folder.replay(events)) {
      long before = replay.venue().view().sequence();
      long startNs = System.nanoTime();
      boolean agrees = run(folder, replay, events);
      print(replay, before, (System.nanoTime() - startNs) / NANOS_PER_SECOND);
      return (agrees ? ExitCode.SOUND : ExitCode.INVALID_INPUT).number();
    }
  }

  private boolean run(HistoryFolder folder, Replay replay, EventEncoder events) {
    VenueView view = replay.venue().view();
    boolean agrees = agrees(replay);
    try (Progress progress =
        new Progress(
            spec.commandLine().getErr(),
            Progress.isTerminal(),
            "replaying",
            Math.max(1, replay.lastSequence()))) {
      while (folder.next(replay)) {
        events.clear();
        progress.reached(view.sequence());
        agrees &= agrees(replay);
      }
    }
    return agrees;
  }

  /// Compares with the snapshot if this is its command.
  private boolean agrees(Replay replay) {
    VenueView view = replay.venue().view();
    Snapshot snapshot = replay.snapshot().filter(s -> s.sequence() == view.sequence()).orElse(null);
    if (snapshot == null) {
      return true;
    }
    boolean agrees = snapshot.stateHash() == view.stateHash();
    out()
        .printf(
            Locale.ROOT,
            "  command %,d: state hash %s%n",
            view.sequence(),
            agrees
                ? "is the snapshot's"
                : "DIFFERS from the snapshot's: " + hex(snapshot.stateHash()));
    return agrees;
  }

  private void print(Replay replay, long before, double seconds) {
    VenueView view = replay.venue().view();
    long applied = view.sequence() - before;
    out()
        .printf(
            Locale.ROOT,
            "%s: %,d commands applied after command %,d in %.2f s, %,.0f a second%n",
            directory,
            applied,
            before,
            seconds,
            applied / Math.max(seconds, 1 / NANOS_PER_SECOND));
    out()
        .printf(
            Locale.ROOT,
            "  venue time %s; state hash %s after command %,d%n",
            time(view.clockNs()),
            hex(view.stateHash()),
            view.sequence());
  }

  static Instant time(long ns) {
    return Instant.ofEpochSecond(0, ns);
  }

  private static String hex(long hash) {
    return Long.toHexString(hash);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
