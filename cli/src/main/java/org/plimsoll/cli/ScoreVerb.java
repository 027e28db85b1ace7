package org.plimsoll.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.plimsoll.results.ShellLine;
import org.plimsoll.sweep.RunFailed;
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

  @Mixin private SimulationOptions scenario;

  @Mixin private ThreadsOption threads;

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
      names = "--switch-seeds",
      paramLabel = "N",
      description = "How many of the seeds each switch is run with; all of them if not said.")
  private Optional<Integer> switchSeeds = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write the page and every table there.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--docs", paramLabel = "FILE", description = "Also write the page there.")
  private Optional<Path> page = Optional.empty();

  @Override
  public Integer call() {
    int atOnce = threads.of("--seeds", seeds);
    if (switchSeeds() < 1 || switchSeeds() > seeds) {
      throw new ParameterException(
          spec.commandLine(),
          "--switch-seeds must be from 1 to " + seeds + ", as many as there are");
    }
    ScoreCard card = card(scenario.read(), atOnce);
    folder.ifPresent(where ->
        new Destination(where).write(ScoreFiles.of(card, Version.current(), DEFINITIONS)::writeTo));
    page.ifPresent(where ->
        new Destination(where)
            .write(path -> Files.writeString(path, ScoreMarkdown.of(card, DEFINITIONS))));
    spec.commandLine()
        .getOut()
        .print(
            scenario.isJson()
                ? ScoreFiles.json(card, Version.current())
                : ScoreTerminalPage.of(card));
    return ExitCode.SOUND.number();
  }

  private int switchSeeds() {
    return switchSeeds.orElse(seeds);
  }

  private ScoreCard card(LoadedScenario loaded, int atOnce) {
    List<List<String>> cases = cases(loaded.scenario());
    ScoreRuns runs = runs(loaded, cases, atOnce);
    Scenario said = loaded.scenario();
    return new ScoreCard(
        loaded.name(),
        said.title(),
        loaded.hash(),
        said.calibratedTo()
            .map(day -> day.toString().substring(0, "2022-06-30".length()))
            .orElse(""),
        said.calibration().stream().map(ScoreVerb::words).toList(),
        scenario.profileName(),
        command(),
        said.notExplained(),
        runs.injected(),
        runs.scores(),
        runs.scored(),
        runs.assumptions(said.assumptions()),
        says(said),
        runs.cases(),
        runs.marks());
  }

  private static String words(Scenario.Calibration calibrated) {
    return calibrated.path()
        + calibrated
            .searched()
            .map(range -> ", searched from " + range.low() + " to " + range.high())
            .orElse("")
        + ": "
        + calibrated.source();
  }

  private static SortedMap<String, String> says(Scenario said) {
    SortedMap<String, String> says = new TreeMap<>();
    said.switches().forEach((name, entry) -> says.put(name, entry.says()));
    return says;
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

  private ScoreRuns runs(LoadedScenario loaded, List<List<String>> cases, int atOnce) {
    try (RunsProgress progress =
        new RunsProgress(
            spec.commandLine().getErr(), ScoreRuns.runs(cases.size(), seeds, switchSeeds()))) {
      return ScoreRuns.of(
          cases, 1, seeds, switchSeeds(), new Runner(loaded), atOnce, progress::reached);
    } catch (RunFailed failure) {
      throw ThreadsOption.failure(failure);
    }
  }

  private final class Runner implements ScoreRuns.Runner {
    private final LoadedScenario loaded;

    Runner(LoadedScenario loaded) {
      this.loaded = loaded;
    }

    @Override
    public Outcome run(long seed, List<String> switches) {
      return loaded.run(
          RunOptions.of(seed, scenario.profile()),
          new LoadedScenario.Changes(
              switches, loaded.scenario().drawn(seed), line(seed, switches)));
    }

    @Override
    public String line(long seed, List<String> switches) {
      List<String> words = new ArrayList<>(scenario.simulate());
      words.addAll(List.of("--seed", Long.toString(seed)));
      words.addAll(ChangeOptions.arguments(switches));
      loaded
          .scenario()
          .drawn(seed)
          .forEach((path, value) -> words.addAll(List.of("--set", path + "=" + value)));
      return ShellLine.of(words);
    }
  }

  /// The line that gives the same card again. How many threads there are changes nothing.
  private String command() {
    List<String> words = new ArrayList<>(List.of("score", scenario.argument()));
    words.addAll(List.of("--seeds", Integer.toString(seeds)));
    if (switchTable) {
      words.add("--switch-table");
    }
    switchSeeds.ifPresent(
        number -> words.addAll(List.of("--switch-seeds", Integer.toString(number))));
    if (scenario.profile() == Profile.FULL) {
      words.addAll(List.of("--profile", scenario.profileName()));
    }
    page.ifPresent(path -> words.addAll(List.of("--docs", path.toString())));
    return ShellLine.of(words);
  }
}
