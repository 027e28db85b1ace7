package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plimsoll.host.Replay;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.venue.VenueView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll fork`: a history of its own up to a command of another.
@Command(
    name = "fork",
    description =
        "Copy a venue's journal up to a command into a new folder, from which a venue can go on"
            + " another way. The original is only read.")
final class ForkVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The venue's data folder.")
  private Path directory = Path.of("");

  @Parameters(index = "1", paramLabel = "NEWDIR", description = "The folder to make.")
  private Path target = Path.of("");

  @Option(
      names = "--at",
      required = true,
      paramLabel = "SEQ",
      description = "The last command that both share.")
  private long at;

  @Override
  public Integer call() throws IOException {
    HistoryFolder folder = new HistoryFolder(directory);
    EventEncoder events = new EventEncoder();
    try (Replay replay = folder.replay(events)) {
      require(replay);
      new Destination(target).write(path -> copy(folder, replay, events, path));
      VenueView view = replay.venue().view();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%s: %,d commands of %s; state hash %s%n",
              target,
              view.sequence(),
              directory,
              Long.toHexString(view.stateHash()));
      return ExitCode.SOUND.number();
    }
  }

  private void require(Replay replay) {
    if (at < 1 || at > replay.lastSequence()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          String.format(
              Locale.ROOT,
              "--at %d: %s has the commands 1 to %d",
              at,
              directory,
              replay.lastSequence()));
    }
    if (replay.venue().view().sequence() > 0) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          directory + ": its journal no longer goes back to the first command, so it has no fork");
    }
  }

  private void copy(HistoryFolder folder, Replay replay, EventEncoder events, Path path)
      throws IOException {
    try (NewHistory copy = NewHistory.in(path, replay.limits())) {
      while (replay.venue().view().sequence() < at && folder.next(replay)) {
        copy.writer().add(replay.array(), replay.offset(), replay.length());
        events.clear();
      }
    }
  }
}
