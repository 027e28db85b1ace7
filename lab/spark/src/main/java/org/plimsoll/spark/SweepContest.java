package org.plimsoll.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.sweep.PortableScenario;
import org.plimsoll.sweep.RunSite;
import org.plimsoll.sweep.Sampling;
import org.plimsoll.sweep.Sweep;
import org.plimsoll.sweep.SweepPlan;
import org.plimsoll.sweep.Threads;

/// The same sweep on threads and on Spark, turn by turn in one process: a short and a long one of
/// each, so that what a sweep costs once and what each run costs come apart. Nothing is said before
/// every sweep of a length has written the same rows.
public final class SweepContest {
  private final LoadedScenario scenario;
  private final Map<String, RunSite> sites;
  private final int[] lengths;
  private final Path folder;
  private final Map<String, List<Double>> elapsed = new TreeMap<>();
  private final Map<String, List<Double>> processor = new TreeMap<>();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private int sweeps;
  private final Map<Integer, String> rows = new TreeMap<>();

  private SweepContest(
      LoadedScenario scenario, Map<String, RunSite> sites, int[] lengths, Path folder) {
    this.scenario = scenario;
    this.sites = sites;
    this.lengths = lengths.clone();
    this.folder = folder;
  }

  /// Runs it. Arguments: `scenario=NAME short=N long=N threads=N rounds=N on=WHERE`.
  public static void main(String[] arguments) throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (String argument : arguments) {
      String[] halves = argument.split("=", 2);
      told.put(halves[0], halves[1]);
    }
    int threads = number(told, "threads", Runtime.getRuntime().availableProcessors());
    String where = told.getOrDefault("on", "local");
    Path folder = Files.createTempDirectory("sweep-contest");
    try {
      SweepContest contest =
          new SweepContest(
              scenario(told.getOrDefault("scenario", "first-market")),
              Map.of("threads", new Threads(threads), where, new SparkCluster().at(where, threads)),
              new int[] {number(told, "short", 16), number(told, "long", 256)},
              folder);
      contest.run(number(told, "rounds", 3));
      contest.report();
    } finally {
      delete(folder);
    }
  }

  private static int number(Map<String, String> told, String name, int otherwise) {
    String text = told.get(name);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static LoadedScenario scenario(String name) {
    return switch (ShippedScenarios.read(name)) {
      case ReadResult.Loaded(LoadedScenario loaded) -> loaded;
      case ReadResult.Refused(var problems) ->
          throw new IllegalArgumentException(problems.getFirst().toString());
    };
  }

  /// The first round warms up and is not counted.
  private void run(int rounds) throws IOException {
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, RunSite> site : sites.entrySet()) {
        for (int runs : lengths) {
          String what = key(site.getKey(), runs);
          long beginNs = System.nanoTime();
          long beginCpuNs = system.getProcessCpuTime();
          sweep(runs, site.getValue(), folder.resolve(Integer.toString(sweeps++)));
          if (round > 0) {
            add(elapsed, what, System.nanoTime() - beginNs);
            add(processor, what, system.getProcessCpuTime() - beginCpuNs);
          }
        }
      }
    }
  }

  private static String key(String site, int runs) {
    return site + " " + runs;
  }

  private static void add(Map<String, List<Double>> taken, String what, long ns) {
    taken.computeIfAbsent(what, _ -> new ArrayList<>()).add(ns / 1e9);
  }

  private void sweep(int runs, RunSite site, Path into) throws IOException {
    String simulate = "./plimsoll simulate " + scenario.name();
    SweepPlan plan =
        new SweepPlan(
            scenario.name(),
            scenario.hash(),
            simulate,
            runs,
            1,
            Sampling.UNIFORM,
            Map.of(),
            List.of());
    PortableScenario portable =
        new PortableScenario(scenario, Profile.COARSE, Optional.empty(), List.of(), simulate);
    new Sweep(plan, portable, into, "contest", "contest").run(site, _ -> {});
    String written = Files.readString(into.resolve("runs.csv"));
    if (!rows.computeIfAbsent(runs, _ -> written).equals(written)) {
      throw new IllegalStateException("a sweep of " + runs + " runs has written other rows");
    }
  }

  /// A run costs the slope between the short sweep and the long one, a sweep what is left.
  private void report() {
    for (String site : sites.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
      report(site + ", elapsed", site, elapsed);
      report(site + ", processor time of this process", site, processor);
    }
  }

  private void report(String what, String site, Map<String, List<Double>> taken) {
    double less = median(taken.getOrDefault(key(site, lengths[0]), List.of()));
    double more = median(taken.getOrDefault(key(site, lengths[1]), List.of()));
    double perRun = (more - less) / (lengths[1] - lengths[0]);
    System.out.printf(
        Locale.ROOT,
        "%s: %d runs %.2f s, %d runs %.2f s; a run %.1f ms, a sweep %.2f s; all: %s%n",
        what,
        lengths[0],
        less,
        lengths[1],
        more,
        1e3 * perRun,
        less - perRun * lengths[0],
        Arrays.stream(lengths).mapToObj(runs -> taken.get(key(site, runs))).toList());
  }

  private static double median(List<Double> taken) {
    double[] sorted = taken.stream().mapToDouble(each -> each).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
