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
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Interval;

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
    SwitchRow row = row(run("levine", "no-own-token"));

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

  @Test
  void hole_and_recovery_are_what_an_assessment_of_the_venues_book_says() {
    LoadedScenario scenario = scenario("mobilecoin-2021");
    Assembly assembly = Assembly.of(scenario.plot(), 1, Profile.COARSE);
    assembly.economy().simulation().start();
    assembly.economy().simulation().runUntil(Moments.ns(scenario.scenario().until()));
    Assessment assessment = Assessment.of(assembly.exam().book());
    SwitchRow row = assembly.exam().row(List.of(), List.of());

    Interval lacks = assessment.finding(Question.INSOLVENT_WITHOUT_OWN_TOKEN).figure();
    assertThat(row.hole()).isPositive().isEqualTo(-lacks.low().doubleValue());
    assertThat(row.recovery())
        .isCloseTo(
            assessment
                .recoveries()
                .netClaimsWithoutOwnToken()
                .orElseThrow()
                .low()
                .rounded()
                .doubleValue(),
            within(1e-6));
  }

  private static LoadedScenario scenario(String name) {
    return ((ReadResult.Loaded) ShippedScenarios.read(name)).scenario();
  }

  private static Outcome run(String name, String... switches) {
    LoadedScenario scenario = scenario(name);
    return scenario.run(
        RunOptions.of(scenario.scenario().seed(), Profile.COARSE),
        new LoadedScenario.Changes(List.of(switches), Map.of(), "./plimsoll simulate " + name));
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
