package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.scenario.Moments;

/// What the main scenario shows, whatever the figures come to. That money is conserved is asked at
/// every instant of every run by the economy itself.
final class MainScenarioTest {
  private static final long LETTER_NS = Moments.ns(Instant.parse("2022-11-06T15:47:00Z"));

  @Test
  void customers_money_pays_the_lenders_and_the_run_ends_in_a_halt_and_a_hole() {
    RunOfScenario run = RunOfScenario.of("ftx-2022");

    assertThat(run.flags("first-draw")).isNotEmpty();
    assertThat(run.flags("failure").getFirst().text()).startsWith("three-arrows");
    assertThat(run.largest("affiliate-draw")).isGreaterThan(10e9);
    assertThat(run.flags("halt").getFirst().timeNs()).isGreaterThan(LETTER_NS);
    assertThat(run.last("hole")).isGreaterThan(8e9);
    assertThat(run.last("ftt")).isLessThan(5);
    assertThat(run.outcome().scores()).filteredOn(ScoreRow::isFit).hasSizeGreaterThan(15);
  }

  @Test
  void without_its_privileges_the_affiliate_fails_and_the_venue_owes_nobody() {
    RunOfScenario run = RunOfScenario.of("ftx-2022", "no-exemption");

    assertThat(run.flags("halt")).isEmpty();
    assertThat(run.flags("insolvent")).isEmpty();
    assertThat(run.last("hole")).isNegative();
  }
}
