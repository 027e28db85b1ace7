package org.plimsoll.ecosystem.library;

import org.junit.jupiter.api.Test;

/// Rows S17 and S19 of the story: who fails next.
final class ContagionScenariosTest {
  @Test
  void s17_x() {
    for (String[] sw : new String[][] {{}, {"uncorrelated"}, {"half-the-debt"}}) {
      RunOfScenario run = RunOfScenario.of("luna-three-arrows", sw);
      run.outcome()
          .flags()
          .forEach(f ->
              System.err.println(
                  "DBG "
                      + java.time.Instant.ofEpochSecond(f.timeNs() / 1_000_000_000)
                      + " "
                      + f.kind()
                      + " "
                      + f.text()));
      System.err.println(
          "DBG " + s + run.series(s).values().stream().map(v -> Math.round(v / 1e6)).toList());
    }
    RunOfScenario run = RunOfScenario.of("celsius-and-funds");
    run.outcome()
        .flags()
        .forEach(f ->
            System.err.println(
                "DBG "
                    + java.time.Instant.ofEpochSecond(f.timeNs() / 1_000_000_000)
                    + " "
                    + f.kind()
                    + " "
                    + f.text()));
    System.err.println(
        "DBG " + s + run.series(s).values().stream().map(v -> Math.round(v / 1e6)).toList());
  }
}
