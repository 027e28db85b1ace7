package org.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plimsoll.server.ReplayServer;
import org.plimsoll.server.ServerRefusal;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.ServerSettings.Operation;
import org.plimsoll.server.fault.FaultPlan;
import org.plimsoll.server.file.VenueFileReader;
import org.plimsoll.server.file.VenueFileResult;
import org.plimsoll.venue.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `plimsoll serve`: a live exchange.
@Command(
    name = "serve",
    description = {
      "Run a live exchange that clients trade on, with its solvency beside its order book.",
      "With nothing else said it is a sandbox on this machine alone; Ctrl-C stops it, and the next"
          + " start goes on where it was."
    })
final class ServeVerb implements Callable<Integer> {
  private static final long LOOK_EVERY_MS = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where it keeps what it has: journal, keys, store (default: plimsoll-data).")
  private Path data = Path.of("plimsoll-data");

  @Option(
      names = "--venue",
      paramLabel = "FILE",
      description = "What a new venue lists and opens with; a sandbox if not said.")
  private Optional<Path> venue = Optional.empty();

  @Mixin private ListenOptions listen = new ListenOptions();

  @Mixin private HomeOptions home = new HomeOptions();

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description =
          "Where its operators' API listens, on this machine only; 0 takes a free one. None if not"
              + " said. Its two keys are printed at its first start.")
  private Optional<Integer> adminPort = Optional.empty();

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Where alarms are posted, as JSON.")
  private Optional<URI> webhook = Optional.empty();

  @Option(
      names = "--enforce-load-line",
      description = "Cap collateral so that no new debt goes beyond its load line.")
  private boolean isEnforcing;

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "The query store, such as jdbc:postgresql://HOST/DATABASE; a file in DIR if not said.")
  private Optional<String> store = Optional.empty();

  @Option(
      names = "--populate",
      description =
          "Let agents trade by the accounts that are called maker-, noise-, momentum- or"
              + " arbitrage- and something.")
  private boolean isPopulated;

  @Option(
      names = "--fault",
      paramLabel = "PLAN",
      converter = FaultConverter.class,
      description =
          "Let things go wrong for clients, such as lag=50ms..200ms,drop=1%%,status=503@1%%.")
  private FaultPlan faults = FaultPlan.NONE;

  @Option(
      names = "--replay",
      paramLabel = "DIR",
      description =
          "Open a history to look at, and nothing else: what `simulate --journal` wrote, or a"
              + " server's data.")
  private Optional<Path> replay = Optional.empty();

  @Option(
      names = "--check",
      description = "Check the settings and the venue file, say what they come to, start nothing.")
  private boolean isCheck;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "The account that a key is printed for if it never had one (default: trader).")
  private String account = "trader";

  @Override
  public Integer call() throws IOException {
    listen.require();
    home.require();
    adminPort.ifPresent(port -> requirePort("--admin-port", port));
    store.ifPresent(ServeVerb::requireStore);
    if (isPopulated && listen.hasProof()) {
      throw new CommandFailure(ExitCode.USAGE, "--populate: agents come to a sandbox without TLS");
    }
    if (replay.isPresent()) {
      requireNothingOfAVenue();
      return replay(replay.get()).number();
    }
    return (isCheck ? check() : serve()).number();
  }

  private OptionalInt operatorsAt() {
    return adminPort.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private void requireNothingOfAVenue() {
    boolean hasVenue = venue.isPresent() || store.isPresent() || webhook.isPresent();
    boolean runs = isPopulated || isEnforcing || isCheck || adminPort.isPresent();
    if (hasVenue || runs) {
      throw new CommandFailure(
          ExitCode.USAGE, "--replay: no venue runs there; give --host, --port and TLS beside it");
    }
  }

  private ExitCode replay(Path folder) throws IOException {
    ServeLog.open();
    ServerSettings settings = listen.on(ServerSettings.sandbox(folder));
    try (EarlyEnd end = EarlyEnd.service();
        ReplayServer server = new ReplayServer(folder, settings)) {
      out().println("A history is open at " + listen.url(server.port()) + " (" + folder + ")");
      out().printf("  It has %d commands; nobody trades on it.%n", server.commands());
      out().println("  Ctrl-C stops it.");
      out().flush();
      while (!end.isAsked()) {
        Thread.sleep(LOOK_EVERY_MS);
      }
      return ExitCode.SOUND;
    } catch (ServerRefusal refused) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(refused.getMessage()));
    } catch (InterruptedException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static void requirePort(String option, int port) {
    if (port < 0 || port > 65_535) {
      throw new CommandFailure(ExitCode.USAGE, option + ": " + port + " is none; give 0 to 65535");
    }
  }

  private static void requireStore(String url) {
    if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:sqlite:")) {
      throw new CommandFailure(
          ExitCode.USAGE, "--store: it begins with neither jdbc:postgresql: nor jdbc:sqlite:");
    }
  }

  private ExitCode check() {
    ServeCheck.print(read(), out());
    out().println("Runs with");
    listen.print(out());
    out().println("  decided   " + home.words());
    out().println("  store     " + (store.isPresent() ? "by --store" : "a file in " + data));
    return ExitCode.SOUND;
  }

  private VenueFileResult.ReadVenue read() {
    VenueFileReader reader = new VenueFileReader(Limits.DEFAULT, Instant.now());
    return switch (venue.map(reader::read).orElseGet(reader::sandbox)) {
      case VenueFileResult.ReadVenue good -> good;
      case VenueFileResult.Refused refused ->
          throw CommandFailure.inInput(
              refused.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  private ExitCode serve() throws IOException {
    ServeLog.open();
    venue.ifPresent(_ -> read());
    ServerSettings settings =
        home.on(listen.on(ServerSettings.sandbox(data)))
            .of(venue)
            .storedAt(store)
            .with(faults)
            .with(new Operation(operatorsAt(), webhook, isEnforcing));
    try (EarlyEnd end = EarlyEnd.service()) {
      ServeRun run = new ServeRun(listen, account, isPopulated, out(), err());
      return run.until(end, settings);
    } catch (ServerRefusal refused) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(refused.getMessage()));
    } catch (IOException | RuntimeException wrong) {
      throw wrong;
    } catch (Exception wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /// Reads what goes wrong.
  static final class FaultConverter implements ITypeConverter<FaultPlan> {
    @Override
    public FaultPlan convert(String text) {
      try {
        return FaultPlan.of(text);
      } catch (IllegalArgumentException nonsense) {
        throw new TypeConversionException(String.valueOf(nonsense.getMessage()));
      }
    }
  }
}
