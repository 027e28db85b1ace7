package org.plimsoll.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.ecosystem.scenario.RunnableScenario;

/// A scenario whose outcome is drawn in a moment: a walk whose steps have a varied size.
final class SmallScenario {
  static final String SIZE = "walk.step-size";

  private static final int STEPS = 500;
  private static final long DAY_NS = 86_400_000_000_000L;

  private SmallScenario() {}

  static SweepPlan plan(int runs, Sampling sampling) {
    return new SweepPlan(
        "walk",
        "ab12",
        "./plimsoll simulate walk",
        runs,
        1_000,
        sampling,
        Map.of("walk.name", "a walk, with\ttab"),
        List.of(new Variation(SIZE, 0.5, 2), new Variation("walk.start", -1, 1)));
  }

  /// Returns a sweep of `scenario`.
  static Sweep sweep(SweepPlan plan, RunnableScenario scenario, Path folder) {
    return new Sweep(plan, scenario, folder, "0.1", "./plimsoll sweep walk");
  }

  static Outcome run(long seed, Map<String, String> settings) {
    RandomStream random = new RandomStream(seed, "walker", "steps");
    double size = Double.parseDouble(settings.getOrDefault(SIZE, "1"));
    double at = Double.parseDouble(settings.getOrDefault("walk.start", "0"));
    long[] times = new long[STEPS];
    double[] values = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      at += size * random.normal();
      times[i] = i * DAY_NS;
      values[i] = at;
    }
    Optional<Long> halt = at < 0 ? Optional.of((long) (-at * DAY_NS)) : Optional.empty();
    SwitchRow end = new SwitchRow(List.of(), at, 0.5, Optional.empty(), Optional.of(DAY_NS), halt);
    return new Outcome(
        "walk",
        "A walk",
        "ab12",
        seed,
        "coarse",
        List.of(),
        "",
        0,
        STEPS * DAY_NS,
        random.bits(),
        0,
        0,
        List.of(),
        List.of(),
        List.of(new Series("place", "Place", "1", times, values)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(score(at)),
        List.of(end),
        new TreeMap<>());
  }

  private static ScoreRow score(double at) {
    return new ScoreRow(
        "Place, day 500",
        "1",
        false,
        -1,
        1,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "invented");
  }

  /// Returns the bytes of every file in a folder as text of one char per byte, by name.
  static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        byte[] bytes = Files.readAllBytes(path);
        files.put(path.getFileName().toString(), new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
