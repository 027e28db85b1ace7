package org.plimsoll.spark;

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
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;
import org.plimsoll.sweep.PortableScenario;
import org.plimsoll.sweep.Sampling;
import org.plimsoll.sweep.Sweep;
import org.plimsoll.sweep.SweepPlan;
import org.plimsoll.sweep.Variation;

/// A sweep of a scenario that ships, of which a run takes a moment.
final class SmallSweep {
  private static final String SCENARIO = "first-market";
  private static final String SIMULATE = "./plimsoll simulate " + SCENARIO + " --profile coarse";

  private SmallSweep() {}

  static Sweep of(int runs, Path folder) {
    return of(runs, folder, new Variation("agents.quick-maker.ladder.half-spread", 0.0002, 0.002));
  }

  static Sweep of(int runs, Path folder, Variation variation) {
    LoadedScenario loaded =
        switch (ShippedScenarios.read(SCENARIO)) {
          case ReadResult.Loaded(LoadedScenario scenario) -> scenario;
          case ReadResult.Refused(var problems) -> throw new IllegalStateException("" + problems);
        };
    SweepPlan plan =
        new SweepPlan(
            SCENARIO,
            loaded.hash(),
            SIMULATE,
            runs,
            1,
            Sampling.LATIN_HYPERCUBE,
            Map.of(),
            List.of(variation));
    PortableScenario scenario =
        new PortableScenario(loaded, Profile.COARSE, Optional.empty(), List.of(), SIMULATE);
    return new Sweep(plan, scenario, folder, "0.1", "./plimsoll sweep " + SCENARIO);
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
