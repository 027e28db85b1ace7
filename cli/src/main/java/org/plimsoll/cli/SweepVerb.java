package org.plimsoll.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.sweep.Sampling;
import org.plimsoll.sweep.Sweep;
import org.plimsoll.sweep.SweepPlan;
import org.plimsoll.sweep.Variation;
import org.plimsoll.text.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plimsoll sweep`: many runs of one scenario.
@Command(
    name = "sweep",
    description = {
      "Run a scenario many times, with a seed each and settings that vary, on all cores.",
      "Into a folder that holds part of the same sweep it goes on where that ended."
    })
final class SweepVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ScenarioArgument scenario;

  @Option(names = "--runs", paramLabel = "N", required = true, description = "How many runs.")
  private int runs;

  @Option(
      names = "--vary",
      paramLabel = "PATH=A..B",
      description = "Draw a setting anew for each run, from A to B; may be repeated.")
  private List<String> vary = List.of();

  @Option(
      names = "--sampling",
      paramLabel = "HOW",
      description =
          "latin-hypercube (the default: the runs share out every range evenly) or uniform.")
  private String sampling = "latin-hypercube";

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The seed of the first run, and one more for each after it; 1 if not said.")
  private long seed = 1;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "coarse (fewer ticks, the default) or full.")
  private Profile profile = Profile.COARSE;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Put a value in the place of what the scenario says; may be repeated.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--switch",
      paramLabel = "NAME",
      description = "Set a switch of the scenario; may be repeated.")
  private List<String> switches = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many runs are under way at once; as many as there are cores if not said.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the runs, their summary and a manifest go.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    LoadedScenario loaded = scenario.read();
    SweepPlan plan = plan(loaded);
    List<Problem> problems =
        loaded.problems(
            new LoadedScenario.Changes(switches, plan.settings().getFirst(), plan.simulate()));
    if (!problems.isEmpty()) {
      throw ScenarioArgument.refusal(problems);
    }
    Sweep sweep =
        new Sweep(
            plan,
            (runSeed, with) -> run(loaded, plan, runSeed, with),
            folder,
            Version.current(),
            command(plan));
    String summary = swept(sweep);
    spec.commandLine().getOut().print(json ? read("summary.json") : SweepText.of(summary));
    return ExitCode.SOUND.number();
  }

  private SweepPlan plan(LoadedScenario loaded) {
    if (runs < 1 || threads < 1) {
      throw usage("--runs and --threads must be at least 1");
    }
    List<Variation> variations = new ArrayList<>();
    for (String text : vary) {
      variations.add(
          Variation.parse(text)
              .orElseThrow(() ->
                  usage(
                      "--vary "
                          + text
                          + " is no PATH=A..B with A below B, such as"
                          + " agents.trader.size=0.5..2")));
    }
    try {
      return new SweepPlan(
          loaded.name(),
          loaded.hash(),
          simulate(loaded),
          runs,
          seed,
          sampling(),
          new TreeMap<>(settings),
          variations);
    } catch (IllegalArgumentException twice) {
      throw usage("--set and --vary: " + twice.getMessage());
    }
  }

  private Sampling sampling() {
    return switch (sampling) {
      case "latin-hypercube" -> Sampling.LATIN_HYPERCUBE;
      case "uniform" -> Sampling.UNIFORM;
      default -> throw usage("--sampling must be latin-hypercube or uniform, not " + sampling);
    };
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /// The line of one run, without its seed and settings.
  private String simulate(LoadedScenario loaded) {
    StringBuilder line =
        new StringBuilder("plimsoll simulate ").append(Shell.quoted(loaded.name()));
    line.append(" --profile ").append(profile.name().toLowerCase(Locale.ROOT));
    switches.forEach(name -> line.append(" --switch ").append(Shell.quoted(name)));
    return line.toString();
  }

  /// The line of the sweep. How many threads there are and where the files go change nothing.
  private String command(SweepPlan plan) {
    StringBuilder line =
        new StringBuilder(plan.simulate().replaceFirst("simulate", "sweep"))
            .append(" --runs ")
            .append(runs)
            .append(" --seed ")
            .append(seed)
            .append(" --sampling ")
            .append(sampling);
    plan.fixed()
        .forEach((path, value) -> line.append(" --set ").append(Shell.quoted(path + "=" + value)));
    vary.forEach(text -> line.append(" --vary ").append(Shell.quoted(text)));
    return line.toString();
  }

  private Outcome run(
      LoadedScenario loaded, SweepPlan plan, long runSeed, Map<String, String> with) {
    return loaded.run(
        RunOptions.of(runSeed, profile),
        new LoadedScenario.Changes(switches, with, plan.simulate()));
  }

  private String swept(Sweep sweep) {
    List<String> summary = new ArrayList<>();
    try (Progress progress =
        new Progress(spec.commandLine().getErr(), Progress.isTerminal(), "sweeping", runs)) {
      new Destination(folder).write(_ -> summary.add(sweep.run(threads, progress::reached)));
    } catch (Sweep.AnotherPlan another) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(another.getMessage()));
    } catch (Sweep.RunFailed failure) {
      if (failure.getCause() instanceof IllegalArgumentException) {
        throw new CommandFailure(ExitCode.INVALID_INPUT, String.valueOf(failure.getMessage()));
      }
      throw failure;
    }
    return summary.getFirst();
  }

  private String read(String name) {
    List<String> text = new ArrayList<>();
    new Destination(folder.resolve(name)).write(path -> text.add(Files.readString(path)));
    return text.getFirst();
  }
}
