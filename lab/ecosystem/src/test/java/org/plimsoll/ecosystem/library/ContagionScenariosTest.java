package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.Flag;

/// Rows S17 and S19 of the story: who fails next.
final class ContagionScenariosTest {
  @Test
  void s17_after_luna_a_fund_fails_then_its_lenders_in_the_recorded_order() {
    RunOfScenario run = RunOfScenario.of("luna-three-arrows");
    List<Flag> failures = run.flags("failure");

    assertThat(failures)
        .extracting(each -> each.text().split(" ", 2)[0])
        .containsExactly("three-arrows", "celsius", "voyager");
    assertThat(date(failures.get(0))).isBetween("2022-06-12", "2022-06-29");
    // Recorded: 12 June and 1 July.
    assertThat(date(failures.get(1))).isBetween("2022-06-10", "2022-06-20");
    assertThat(date(failures.get(2))).isBetween("2022-06-24", "2022-07-06");
    assertThat(run.flags("loan-loss"))
        .extracting(Flag::text)
        .contains("voyager writes off 650 m USD");
  }

  @Test
  void s17_the_estates_pay_by_rank_and_in_rounds() {
    RunOfScenario run = RunOfScenario.of("luna-three-arrows");
    assertThat(run.flags("estate"))
        .anySatisfy(each -> assertThat(each.text()).startsWith("three-arrows").endsWith("round 1."))
        .anySatisfy(each -> assertThat(each.text()).startsWith("voyager").endsWith("round 2."));
    assertThat(run.last("recovery-celsius") / 1e6).isCloseTo(0.68, within(0.05));
    assertThat(run.last("recovery-genesis")).isEqualTo(1e6);
    assertThat(run.last("recovery-voyager")).isLessThan(1e6);
  }

  @Test
  void s17_had_luna_not_fallen_the_fund_s_creditors_would_have_more() {
    RunOfScenario fallen = RunOfScenario.of("luna-three-arrows");
    RunOfScenario stood = RunOfScenario.of("luna-three-arrows", "uncorrelated");
    assertThat(stood.last("recovery-three-arrows"))
        .isGreaterThan(fallen.last("recovery-three-arrows") + 50_000);
  }

  @Test
  void s19_the_loss_of_a_fund_is_its_share_with_the_lender_times_what_is_not_recovered() {
    RunOfScenario run = RunOfScenario.of("celsius-and-funds");
    double lost = 1 - run.last("recovery") / 1e6;

    assertThat(run.flags("failure")).hasSize(1);
    assertThat(date(run.flags("failure").getFirst())).isBetween("2022-06-10", "2022-06-20");
    assertThat(lost).isBetween(0.25, 0.4);
    // 80 million of 400, and 80 of 114.3.
    assertThat(run.last("loss-pharos") / 1e6).isCloseTo(0.2 * lost, within(1e-4));
    assertThat(run.last("loss-lantern") / 1e6).isCloseTo(0.7 * lost, within(1e-3));
  }

  @Test
  void s19_costs_of_failure_are_borne_by_who_kept_money_there() {
    double base = RunOfScenario.of("celsius-and-funds").last("loss-lantern");
    double free = RunOfScenario.of("celsius-and-funds", "free-failure").last("loss-lantern");
    double costly = RunOfScenario.of("celsius-and-funds", "costly-failure").last("loss-lantern");

    assertThat(free).isLessThan(base);
    assertThat(base).isLessThan(costly);
    assertThat(costly / 1e6).isBetween(0.4, 0.5);
  }

  private static String date(Flag flag) {
    return Instant.ofEpochSecond(flag.timeNs() / 1_000_000_000).toString().substring(0, 10);
  }
}
