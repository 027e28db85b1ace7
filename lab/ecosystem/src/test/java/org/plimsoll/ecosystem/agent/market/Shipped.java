package org.plimsoll.ecosystem.agent.market;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// Runs of the scenarios that ship, in the coarse profile.
final class Shipped {
  private Shipped() {}

  static Outcome run(String... nameAndSwitches) {
    String name = nameAndSwitches[0];
    List<String> switches = List.of(nameAndSwitches).subList(1, nameAndSwitches.length);
    return load(name)
        .run(
            RunOptions.of(1, Profile.COARSE),
            new LoadedScenario.Changes(switches, Map.of(), "test"));
  }

  static LoadedScenario load(String name) {
    return switch (ShippedScenarios.read(name)) {
      case ReadResult.Loaded(LoadedScenario scenario) -> scenario;
      case ReadResult.Refused(var problems) -> throw new IllegalStateException(problems.toString());
    };
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
