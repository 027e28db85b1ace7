package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.PriceFolder;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.run.Histories;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.run.VenueFacts;
import org.plimsoll.report.RunFiles;
import org.plimsoll.report.RunJson;
import org.plimsoll.report.RunTerminalPage;
import org.plimsoll.results.ResultFiles;
import org.plimsoll.results.ShellLine;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `plimsoll simulate`: a scenario from its start to its end.
@Command(
    name = "simulate",
    description = {
      "Run a scenario: agents on the venue, on one ledger, along recorded or generated prices.",
      "The same scenario, seed and options give the same bytes."
    })
final class SimulateVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SimulationOptions scenario;

  @Mixin private ChangeOptions change;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description =
          "A whole number that chooses the random numbers; that of the scenario if not said.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = MomentConverter.class,
      description = "Stop there: 2022-11-02, or 2022-11-06T15:47:00Z.")
  private Optional<Instant> until = Optional.empty();

  @Option(
      names = "--branch-at",
      paramLabel = "DATE",
      converter = MomentConverter.class,
      description =
          "Run as the scenario stands up to there; switches and settings act from then on.")
  private Optional<Instant> branchAt = Optional.empty();

  @Option(
      names = "--prices",
      paramLabel = "DIR",
      description = "Take prices from CSV histories in a folder.")
  private Optional<Path> prices = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write the report and every table there.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description =
          "Also write what the venue was asked there, as its history: `replay`, `inspect` and"
              + " `serve --replay` read it.")
  private Optional<Path> journal = Optional.empty();

  @Override
  public Integer call() {
    LoadedScenario loaded = scenario.read();
    SimulationOptions.requireWithin("--until", until, loaded);
    SimulationOptions.requireWithin("--branch-at", branchAt, loaded);
    LoadedScenario.Changes changes =
        new LoadedScenario.Changes(change.switches(), change.settings(), commandLine());
    List<Problem> problems = loaded.problems(changes);
    if (!problems.isEmpty()) {
      throw SimulationOptions.refusal(problems);
    }
    Outcome outcome = run(loaded, changes, histories(loaded, changes));
    folder.ifPresent(where -> write(outcome, where));
    spec.commandLine()
        .getOut()
        .print(
            scenario.isJson()
                ? RunJson.of(outcome, Version.current())
                : RunTerminalPage.of(outcome, Version.current()));
    return ExitCode.SOUND.number();
  }

  private Outcome run(LoadedScenario loaded, LoadedScenario.Changes changes, Histories histories) {
    if (journal.isEmpty()) {
      return run(loaded, changes, histories, CommandListener.NOBODY);
    }
    try (RunHistory history = new RunHistory(journal.get())) {
      Outcome outcome = run(loaded, changes, histories, history);
      history.describe(VenueFacts.of(loaded.scenario(changes), LiveFacts.SUBJECT));
      return outcome;
    }
  }

  private Outcome run(
      LoadedScenario loaded,
      LoadedScenario.Changes changes,
      Histories histories,
      CommandListener commands) {
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      RunOptions options =
          new RunOptions(
              seed.orElse(loaded.scenario().seed()),
              scenario.profile(),
              until,
              branchAt,
              histories,
              commands,
              progress::reached);
      return loaded.run(options, changes);
    } catch (IllegalArgumentException refusal) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(refusal.getMessage()));
    }
  }

  private Histories histories(LoadedScenario loaded, LoadedScenario.Changes changes) {
    if (prices.isEmpty()) {
      return Histories.NONE;
    }
    Problems problems = loaded.noProblems();
    Histories histories = PriceFolder.read(prices.get(), loaded.scenario(changes), problems);
    if (!problems.isEmpty()) {
      throw SimulationOptions.refusal(problems.inFileOrder());
    }
    return histories;
  }

  private static void write(Outcome outcome, Path where) {
    ResultFiles files;
    try {
      files = RunFiles.of(outcome, Version.current());
    } catch (IOException refused) {
      throw new CommandFailure(
          ExitCode.USAGE, "cannot make the Parquet files: " + refused.getMessage());
    }
    new Destination(where).write(files::writeTo);
  }

  /// The line that gives the same run again. What does not change it is left out.
  private String commandLine() {
    List<String> words = new ArrayList<>();
    List<String> given = spec.root().commandLine().getParseResult().originalArgs();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).matches("--out|--journal")) {
        i++;
      } else if (!given.get(i).matches("--out=.*|--journal=.*|--json|--stacktrace")) {
        words.add(given.get(i));
      }
    }
    return ShellLine.of(words);
  }
}
