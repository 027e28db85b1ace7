package org.plimsoll.ecosystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// What became of a venue is read off its book, with its own token worth nothing.
final class VenueExamTest {
  @Test
  void customers_who_borrowed_everything_against_the_own_token_leave_a_hole_of_two_million() {
    SwitchRow row = row(run("levine"));

    assertThat(row.hole()).isEqualTo(2_000_000);
    // Owed are 1 m dollars each and 50 BTC of 20,000 each; what is there is worth nothing.
    assertThat(row.recovery()).isZero();
    assertThat(row.firstInsolventNs()).isPresent();
    assertThat(Moments.of(row.firstInsolventNs().orElseThrow()).toString()).startsWith("2022-11-0");
    assertThat(row.firstFlagNs()).isEmpty();
    assertThat(row.haltNs()).isEmpty();
  }

  @Test
  void an_own_token_that_is_no_collateral_leaves_nothing_to_miss() {
    SwitchRow row = row(run("levine", "own-token-at-zero"));

    assertThat(row.hole()).isNotPositive();
    assertThat(row.recovery()).isEqualTo(1);
    assertThat(row.firstInsolventNs()).isEmpty();
  }

  @Test
  void the_exam_and_what_the_auditor_sees_of_the_main_scenario_agree() {
    Outcome outcome = run("ftx-2022");
    double seen = last(outcome, "hole");

    assertThat(row(outcome).hole()).isCloseTo(seen, within(0.05 * Math.abs(seen)));
    assertThat(row(outcome).firstFlagNs()).isPresent();
  }

  private static Outcome run(String name, String... switches) {
    LoadedScenario scenario = ((ReadResult.Loaded) ShippedScenarios.read(name)).scenario();
    return scenario.run(
        RunOptions.of(scenario.scenario().seed(), Profile.COARSE),
        new LoadedScenario.Changes(List.of(switches), Map.of(), "plimsoll simulate " + name));
  }

  private static SwitchRow row(Outcome outcome) {
    assertThat(outcome.switchTable()).hasSize(1);
    return outcome.switchTable().getFirst();
  }

  private static double last(Outcome outcome, String name) {
    Series series =
        outcome.series().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return series.values()[series.values().length - 1];
  }
}
