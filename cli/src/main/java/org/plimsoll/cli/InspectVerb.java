package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.plimsoll.cli.history.Mentions;
import org.plimsoll.host.Replay;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandRecorder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Invariant;
import org.plimsoll.venue.VenueView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plimsoll inspect`: a journal for readers.
@Command(
    name = "inspect",
    description =
        "Print the commands of a venue's journal, and what each did, as far as they concern an"
            + " account, a market and a time.")
final class InspectVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The venue's data folder.")
  private Path directory = Path.of("");

  @Option(names = "--account", paramLabel = "N", description = "Only what names this account.")
  private Optional<Integer> account = Optional.empty();

  @Option(names = "--market", paramLabel = "N", description = "Only what names this market.")
  private Optional<Integer> market = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only from this venue time on, such as 2022-11-08T00:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "Only before this venue time.")
  private Optional<Instant> to = Optional.empty();

  @Option(names = "--events", description = "Also print what each command did.")
  private boolean showsEvents;

  @Override
  public Integer call() throws IOException {
    Mentions mentions = new Mentions(number(account), number(market));
    HistoryFolder folder = new HistoryFolder(directory);
    List<Event> events = new ArrayList<>();
    long shown = 0;
    try (Replay replay = folder.replay(new EventRecorder(events::add))) {
      VenueView view = replay.venue().view();
      while (folder.next(replay)) {
        Request request = request(replay);
        if (isWithin(view) && mentions.any(request.command(), events)) {
          print(view, request, events, mentions);
          shown++;
        }
        events.clear();
      }
      out().println(directory + ": " + shown + " of " + replay.lastSequence() + " commands");
    }
    return ExitCode.SOUND.number();
  }

  private static OptionalInt number(Optional<Integer> option) {
    return option.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Request request(Replay replay) {
    CommandRecorder recorder = new CommandRecorder();
    DecodeResult result =
        new CommandDispatcher()
            .dispatch(replay.array(), replay.offset(), replay.length(), recorder);
    Invariant.check(result == DecodeResult.OK, "what was applied can be read");
    return recorder.requests().getFirst();
  }

  private boolean isWithin(VenueView view) {
    Instant time = ReplayVerb.time(view.clockNs());
    return from.filter(time::isBefore).isEmpty() && to.filter(end -> !time.isBefore(end)).isEmpty();
  }

  private void print(VenueView view, Request request, List<Event> events, Mentions mentions) {
    out()
        .printf(
            "%d %s client %d/%d %s%s%n",
            view.sequence(),
            ReplayVerb.time(view.clockNs()),
            request.client(),
            request.clientSequence(),
            request.command(),
            refusal(events));
    if (showsEvents) {
      events.stream()
          .filter(event -> !(event instanceof Event.CommandSequenced))
          .filter(mentions::in)
          .forEach(event -> out().println("  " + event));
    }
  }

  private static String refusal(List<Event> events) {
    return events.stream()
        .filter(Event.CommandRefused.class::isInstance)
        .map(event -> " refused " + ((Event.CommandRefused) event).reason())
        .findFirst()
        .orElse("");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
