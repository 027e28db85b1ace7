package org.plimsoll.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.results.ShellLine;
import org.plimsoll.sweep.Aim;
import org.plimsoll.sweep.PortableScenario;
import org.plimsoll.sweep.RunFailed;
import org.plimsoll.sweep.RunSite;
import org.plimsoll.sweep.Sampling;
import org.plimsoll.sweep.SiteFailed;
import org.plimsoll.sweep.Sweep;
import org.plimsoll.sweep.SweepPlan;
import org.plimsoll.sweep.Threads;
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
      "Run a scenario many times, with a seed each and settings that vary, on all cores, or on a"
          + " cluster.",
      "Into a folder that holds part of the same sweep it goes on where that ended."
    })
final class SweepVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SimulationOptions scenario;

  @Mixin private ChangeOptions change;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--on",
      paramLabel = "WHERE",
      description =
          "Run on Apache Spark: local, in this process, or spark://HOST:PORT, a cluster. It changes"
              + " no byte of what is written.")
  private Optional<String> on = Optional.empty();

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
          "latin-hypercube (the default: the runs share out every range evenly), uniform, or sobol:"
              + " with indices of how much each setting matters.")
  private String sampling = "latin-hypercube";

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The seed of the first run, and one more for each after it; 1 if not said.")
  private long seed = 1;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = MomentConverter.class,
      description = "Stop each run there, such as 2022-06-30.")
  private Optional<Instant> until = Optional.empty();

  @Option(
      names = "--frontier",
      paramLabel = "FIGURE=least|most",
      split = ",",
      description =
          "Also find the runs that no other run beats in all of these figures, such as"
              + " hole=least,recovery=most; frontier.csv.")
  private List<String> frontier = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the runs, their summary and a manifest go.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    int atOnce = threads.of("--runs", runs);
    List<Aim> aims = aims();
    LoadedScenario loaded = scenario.read();
    SimulationOptions.requireWithin("--until", until, loaded);
    SweepPlan plan = plan(loaded);
    List<Problem> problems =
        loaded.problems(
            new LoadedScenario.Changes(
                change.switches(), plan.settings().getFirst(), plan.simulate()));
    if (!problems.isEmpty()) {
      throw SimulationOptions.refusal(problems);
    }
    Sweep sweep =
        new Sweep(
            plan,
            new PortableScenario(
                loaded, scenario.profile(), until, change.switches(), plan.simulate()),
            folder,
            Version.current(),
            command());
    String summary = swept(sweep, site(atOnce), new SweepHeadline(aims));
    SweepAnswer answer = new SweepAnswer(folder, spec.commandLine().getOut());
    String best = answer.writeFrontier(aims);
    if (scenario.isJson()) {
      answer.printJson();
    } else {
      answer.print(summary, plan.sampling(), best);
    }
    return ExitCode.SOUND.number();
  }

  private List<Aim> aims() {
    return frontier.stream()
        .map(text ->
            Aim.parse(text)
                .orElseThrow(
                    () -> usage("--frontier " + text + " is no FIGURE=least or FIGURE=most")))
        .toList();
  }

  private SweepPlan plan(LoadedScenario loaded) {
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
          simulate(),
          runs,
          seed,
          sampling(),
          change.settings(),
          variations);
    } catch (IllegalArgumentException twice) {
      throw usage("--set, --vary and --sampling: " + twice.getMessage());
    }
  }

  private Sampling sampling() {
    return switch (sampling) {
      case "latin-hypercube" -> Sampling.LATIN_HYPERCUBE;
      case "uniform" -> Sampling.UNIFORM;
      case "sobol" -> Sampling.SOBOL;
      default ->
          throw usage("--sampling must be latin-hypercube, uniform or sobol, not " + sampling);
    };
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /// The line of one run, without its seed and settings.
  private String simulate() {
    List<String> words = new ArrayList<>(scenario.simulate());
    until.ifPresent(end -> words.addAll(List.of("--until", end.toString())));
    words.addAll(ChangeOptions.arguments(change.switches()));
    return ShellLine.of(words);
  }

  /// The line of the sweep. How many threads there are changes nothing.
  private String command() {
    List<String> words = new ArrayList<>(scenario.simulate());
    words.set(0, "sweep");
    until.ifPresent(end -> words.addAll(List.of("--until", end.toString())));
    words.addAll(ChangeOptions.arguments(change.switches()));
    words.addAll(List.of("--runs", Integer.toString(runs), "--seed", Long.toString(seed)));
    words.addAll(List.of("--sampling", sampling));
    change.settings().forEach((path, value) -> words.addAll(List.of("--set", path + "=" + value)));
    vary.forEach(text -> words.addAll(List.of("--vary", text)));
    words.addAll(List.of("--out", folder.toString()));
    return ShellLine.of(words);
  }

  private RunSite site(int atOnce) {
    return on.map(where -> Spark.site(where, atOnce)).orElseGet(() -> new Threads(atOnce));
  }

  private String swept(Sweep sweep, RunSite site, SweepHeadline headline) {
    List<String> summary = new ArrayList<>();
    try (Progress progress =
        new Progress(spec.commandLine().getErr(), Progress.isTerminal(), "sweeping", runs)) {
      new Destination(folder)
          .write(_ ->
              summary.add(
                  sweep.run(
                      site, soFar -> progress.reached(soFar.runs(), headline.of(soFar.bands())))));
    } catch (Sweep.AnotherPlan another) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(another.getMessage()));
    } catch (SiteFailed failure) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--on: " + failure.getMessage() + "; runs that are done stay done, give the line again");
    } catch (RunFailed failure) {
      throw ThreadsOption.failure(failure);
    }
    return summary.getFirst();
  }
}
