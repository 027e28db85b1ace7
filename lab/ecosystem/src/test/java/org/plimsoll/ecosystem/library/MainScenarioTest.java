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
    assertThat(run.last("hole")).isGreaterThan(5e9);
    assertThat(run.last("ftt")).isLessThan(5);
    assertThat(run.outcome().scores()).filteredOn(ScoreRow::isFit).hasSizeGreaterThan(15);
  }

  @Test
  void s17_what_lenders_recall_is_repaid_with_customers_money() {
    RunOfScenario run = RunOfScenario.of("ftx-2022");
    long before = Moments.ns(Instant.parse("2022-05-07T00:00:00Z"));
    long after = Moments.ns(Instant.parse("2022-09-15T00:00:00Z"));
    double repaid = fall(run, "affiliate-loans", before, after);
    double drawn = -fall(run, "affiliate-draw", before, after);

    assertThat(repaid).isGreaterThan(0.5e9);
    assertThat(drawn).isGreaterThan(repaid / 2);
  }

  private static double fall(RunOfScenario run, String series, long before, long after) {
    return run.series(series).floorEntry(before).getValue()
        - run.series(series).floorEntry(after).getValue();
  }
}
