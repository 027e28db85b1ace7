package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.run.Assembly;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// The venue's books and the world's ledger are compared after every instant of every run. Here
/// everybody's wealth is explained besides, some hundred times on the way; the parts add up from
/// the beginning, so what goes wrong in between is still there at the next time.
final class EveryScenarioKeepsTheBooksTest {
  private static final int TIMES = 200;

  static List<String> scenarios() {
    return ShippedScenarios.names();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void wealth_is_explained_all_the_way(String name) {
    ReadResult read = ShippedScenarios.read(name);
    assertThat(read).as("%s", read).isInstanceOf(ReadResult.Loaded.class);
    LoadedScenario scenario = ((ReadResult.Loaded) read).scenario();
    Assembly assembly = Assembly.of(scenario.plot(), scenario.scenario().seed(), Profile.COARSE);
    Economy economy = assembly.economy();
    economy.simulation().start();
    long startNs = Moments.ns(scenario.scenario().start());
    long endNs = Moments.ns(scenario.scenario().until());

    for (long time = 1; time <= TIMES; time++) {
      economy.simulation().runUntil(startNs + (endNs - startNs) / TIMES * time);
      economy.audit();
    }
    assertThat(economy.simulation().wakeUps()).isPositive();
  }
}
