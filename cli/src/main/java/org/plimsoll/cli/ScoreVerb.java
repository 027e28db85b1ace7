package org.plimsoll.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreCard;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.report.ScoreFiles;
import org.plimsoll.report.ScoreMarkdown;
import org.plimsoll.report.ScoreTerminalPage;
import org.plimsoll.sweep.ScoreRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plimsoll score`: a scenario beside the record, over many seeds.
@Command(
    name = "score",
    description = {
      "Run a scenario with many seeds and put what comes out beside the record: medians, bands,",
      "naive baselines; and with --switch-table what each of its switches would have changed."
    })
final class ScoreVerb implements Callable<Integer> {
  private static final String DEFINITIONS = "[how a scenario is scored](../reference/score.md)";
  private static final int SEEDS = 20;

  @Spec private CommandSpec spec;

  @Mixin private ScenarioArgument scenario;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many seeds, from 1 on; " + SEEDS + " if not said.")
  private int seeds = SEEDS;

  @Option(
      names = "--switch-table",
      description = "Also run the same seeds with each switch, and each pair that it names.")
  private boolean switchTable;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "coarse (fewer ticks, the default) or full.")
  private Profile profile = Profile.COARSE;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at the same time; as many as there are processors if not said.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write the page and every table there.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--docs", paramLabel = "FILE", description = "Also write the page there.")
  private Optional<Path> page = Optional.empty();

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (seeds < 1 || threads < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds and --threads must be at least 1");
    }
    LoadedScenario loaded = scenario.read();
    ScoreCard card = card(loaded);
    folder.ifPresent(where ->
        new Destination(where).write(ScoreFiles.of(card, Version.current(), DEFINITIONS)::writeTo));
    page.ifPresent(where ->
        new Destination(where)
            .write(path -> Files.writeString(path, ScoreMarkdown.of(card, DEFINITIONS))));
    spec.commandLine()
        .getOut()
        .print(json ? ScoreFiles.json(card, Version.current()) : ScoreTerminalPage.of(card));
    return ExitCode.SOUND.number();
  }

  private ScoreCard card(LoadedScenario loaded) {
    List<List<String>> cases = cases(loaded.scenario());
    ScoreRuns runs = runs(loaded, cases);
    Scenario said = loaded.scenario();
    return new ScoreCard(
        loaded.name(),
        said.title(),
        loaded.hash(),
        said.calibratedTo()
            .map(day -> day.toString().substring(0, "2022-06-30".length()))
            .orElse(""),
        said.calibration().stream().map(each -> each.path() + ": " + each.source()).toList(),
        profile.name().toLowerCase(Locale.ROOT),
        command(loaded),
        said.notExplained(),
        runs.injected(),
        runs.scores(),
        runs.scored(),
        runs.cases(),
        runs.marks());
  }

  private List<List<String>> cases(Scenario said) {
    List<List<String>> cases = new ArrayList<>();
    cases.add(List.of());
    if (switchTable) {
      said.switches().keySet().forEach(name -> cases.add(List.of(name)));
      cases.addAll(said.switchPairs());
    }
    return cases;
  }

  private ScoreRuns runs(LoadedScenario loaded, List<List<String>> cases) {
    try (RunsProgress progress =
        new RunsProgress(spec.commandLine().getErr(), cases.size() * seeds)) {
      return ScoreRuns.of(
          cases, 1, seeds, (seed, with) -> run(loaded, seed, with), threads, progress::reached);
    }
  }

  private Outcome run(LoadedScenario loaded, long seed, List<String> switches) {
    StringBuilder line = new StringBuilder("plimsoll simulate " + Shell.quoted(loaded.name()));
    line.append(" --profile ").append(profile.name().toLowerCase(Locale.ROOT));
    line.append(" --seed ").append(seed);
    switches.forEach(name -> line.append(" --switch ").append(Shell.quoted(name)));
    return loaded.run(
        RunOptions.of(seed, profile),
        new LoadedScenario.Changes(switches, Map.of(), line.toString()));
  }

  /// The line that gives the same card again. How many threads there are changes nothing.
  private String command(LoadedScenario loaded) {
    return "./plimsoll score "
        + Shell.quoted(loaded.name())
        + " --seeds "
        + seeds
        + (switchTable ? " --switch-table" : "")
        + (profile == Profile.FULL ? " --profile full" : "")
        + page.map(path -> " --docs " + Shell.quoted(path.toString())).orElse("");
  }
}
