package org.plimsoll.ecosystem.agent.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.file.ScenarioReader;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// Runs of the scenarios that ship, in the coarse profile.
final class Shipped {
  private Shipped() {}

  static Outcome run(String name, String... switches) {
    return load(name)
        .run(
            RunOptions.of(1, Profile.COARSE),
            new LoadedScenario.Changes(List.of(switches), Map.of(), "test"));
  }

  static LoadedScenario load(String name) {
    try {
      Path root = Path.of("").toAbsolutePath();
      while (!Files.exists(root.resolve("scenarios").resolve(name + ".yaml"))) {
        root = Optional.ofNullable(root.getParent()).orElseThrow();
      }
      byte[] bytes = Files.readAllBytes(root.resolve("scenarios").resolve(name + ".yaml"));
      ScenarioReader reader = new ScenarioReader(MarketAgents.kinds());
      return switch (reader.read(bytes, name + ".yaml", name)) {
        case ReadResult.Loaded(LoadedScenario scenario) -> scenario;
        case ReadResult.Refused(var problems) ->
            throw new IllegalStateException(problems.toString());
      };
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static double[] values(Outcome outcome, String series) {
    return outcome.series().stream()
        .filter(each -> each.name().equals(series))
        .map(Series::values)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(series));
  }

  static double first(Outcome outcome, String series) {
    return values(outcome, series)[0];
  }

  static double last(Outcome outcome, String series) {
    double[] values = values(outcome, series);
    return values[values.length - 1];
  }

  static double least(Outcome outcome, String series) {
    return Arrays.stream(values(outcome, series)).min().orElseThrow();
  }

  static double largest(Outcome outcome, String series) {
    return Arrays.stream(values(outcome, series)).max().orElseThrow();
  }

  /// The texts of the flags of a kind.
  static List<String> flags(Outcome outcome, String kind) {
    return outcome.flags().stream()
        .filter(flag -> flag.kind().equals(kind))
        .map(flag -> flag.text())
        .toList();
  }
}
