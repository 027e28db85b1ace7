package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// A shipped scenario that was run in `coarse`, and what tests ask of it.
record RunOfScenario(Outcome outcome) {
  static RunOfScenario of(String name, String... switches) {
    return with(name, Map.of(), switches);
  }

  static RunOfScenario with(String name, Map<String, String> settings, String... switches) {
    ReadResult read = ShippedScenarios.read(name);
    assertThat(read).as("%s", read).isInstanceOf(ReadResult.Loaded.class);
    LoadedScenario scenario = ((ReadResult.Loaded) read).scenario();
    LoadedScenario.Changes changes =
        new LoadedScenario.Changes(List.of(switches), settings, "./plimsoll simulate " + name);
    return new RunOfScenario(
        scenario.run(RunOptions.of(scenario.scenario().seed(), Profile.COARSE), changes));
  }

  /// Returns a recorded series by time.
  NavigableMap<Long, Double> series(String name) {
    Series found =
        outcome.series().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no series " + name));
    NavigableMap<Long, Double> values = new TreeMap<>();
    for (int i = 0; i < found.timesNs().length; i++) {
      if (!Double.isNaN(found.values()[i])) {
        values.put(found.timesNs()[i], found.values()[i]);
      }
    }
    return values;
  }

  double last(String name) {
    return series(name).lastEntry().getValue();
  }

  double largest(String name) {
    return series(name).values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /// Returns the flags of a kind in the order in which they were set.
  List<Flag> flags(String kind) {
    return outcome.flags().stream().filter(each -> each.kind().equals(kind)).toList();
  }

  /// Returns days from the start to the first flag of a kind.
  double daysTo(String kind) {
    return (flags(kind).getFirst().timeNs() - outcome.startNs()) / 86_400e9;
  }
}
