package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.betting.BinaryBet;
import org.plimsoll.solvency.emission.Emission;
import org.plimsoll.solvency.tandem.PacedLine;
import org.plimsoll.solvency.tandem.TandemLine;

/// Rows S13, S16 and S22 of the story: agents beside closed forms.
final class ModelScenariosTest {
  private static final BinaryBet BET = new BinaryBet(0.6, 1);
  private static final int ROUNDS = 100;

  @Test
  void s13_stakes_beyond_kelly_have_the_larger_mean_and_the_smaller_median() {
    RunOfScenario run = RunOfScenario.of("kelly-or-linear");
    double[] fractions = {0.1, 0.2, 0.4, 0.5};
    String[] names = {"half-kelly", "kelly", "twice-kelly", "oversized"};
    for (int i = 0; i < names.length; i++) {
      double median = run.last(names[i] + "-median") / 1e6;
      double growth = StrictMath.log(median) / ROUNDS;
      assertThat(median)
          .isCloseTo(BET.outcome(fractions[i], ROUNDS).median(), within(median * 0.01));
      assertThat(growth).isCloseTo(BET.growth(fractions[i]), within(0.001));
    }
    double mean = run.last("kelly-mean") / 1e6;
    assertThat(mean).isCloseTo(BET.outcome(0.2, ROUNDS).mean(), within(0.25 * mean));
    assertThat(run.last("twice-kelly-mean")).isGreaterThan(run.last("kelly-mean"));
    assertThat(run.last("oversized-median")).isLessThan(50_000);
  }

  @Test
  void s13_linear_utility_ruins_everybody_but_a_few_and_then_all() {
    RunOfScenario run = RunOfScenario.of("kelly-or-linear");
    long tenth = run.outcome().startNs() + 10 * 3_600_000_000_000L;
    double alive = run.series("linear-alive").floorEntry(tenth).getValue() / 1e6;
    double mean = run.series("linear-mean").floorEntry(tenth).getValue() / 1e6;

    // 0.6 to the tenth; four standard errors over 20,000.
    assertThat(alive).isCloseTo(BET.outcome(1, 10).aliveProbability(), within(0.0022));
    assertThat(mean).isCloseTo(BET.outcome(1, 10).mean(), within(2.3));
    assertThat(run.last("linear-alive")).isZero();
  }

  @Test
  void s14_reconciliation_finds_what_the_book_has_not_and_what_the_bank_has_not() {
    RunOfScenario run = RunOfScenario.of("bookkeeping");
    // 4,720 visits with an arrival and a deposit each, 1,000 withdrawals: four in a hundred of all.
    assertThat(run.last("breaks")).isBetween(340.0, 500.0);
    assertThat(run.flags("alarm")).hasSize(2);
    assertThat(run.daysTo("alarm")).isLessThan(3);
    assertThat(run.last("lacking") / run.last("claims")).isCloseTo(0.4, within(0.1));

    assertThat(RunOfScenario.of("bookkeeping", "careful").flags("alarm")).hasSize(1);
    assertThat(RunOfScenario.of("bookkeeping", "careful", "kept-apart").flags("alarm")).isEmpty();
  }

  @Test
  void s16_support_lasts_as_long_as_the_closed_form_says_and_ends_in_more_of_the_same_token() {
    Emission emission = new Emission(1e6, 2e6, 200e6);
    Emission.Support support = new Emission.Support(emission, 5, 180e6);
    RunOfScenario run = RunOfScenario.of("emission-support");

    assertThat(run.daysTo("support-ends")).isCloseTo(support.runwayDays(), within(0.5));
    assertThat(run.last("tokens")).isCloseTo(support.tokensBought(), within(0.02 * 36e6));
    double called = run.daysTo("loan-called") - run.daysTo("support-ends");
    assertThat(called).isCloseTo(support.daysUntilCalled(90e6, 30e6, 0.8), within(0.5));
    long month = (long) ((run.daysTo("support-ends") + 30) * 86_400e9);
    assertThat(run.series("price").floorEntry(run.outcome().startNs() + month).getValue())
        .isCloseTo(emission.priceAfter(5, 30), within(0.03));
  }

  @Test
  void s16_without_support_the_loan_is_called_two_months_sooner() {
    RunOfScenario run = RunOfScenario.of("emission-support", "no-support");
    double called = new Emission(1e6, 2e6, 200e6).daysUntil(5, 3.75);
    assertThat(run.daysTo("loan-called")).isCloseTo(called, within(0.5));
  }

  @Test
  void s22_four_stations_do_what_the_closed_forms_say() {
    RunOfScenario run = RunOfScenario.of("four-stations");
    PacedLine paced = PacedLine.of(2, 1, 1, 1);
    assertThat(perMinute(run, "paced")).isCloseTo(1 / paced.specialistCycle(), within(1e-3));
    assertThat(paced.efficiency()).isEqualTo(0.625);
    assertThat(perMinute(run, "paced-generalists"))
        .isCloseTo(1 / paced.generalistCycle(), within(1e-3));
    assertThat(minutes(run, "paced-generalists")).isCloseTo(5, within(1e-2));
    for (int buffer : new int[] {0, 10}) {
      TandemLine line = new TandemLine(new double[] {1, 1, 1, 1}, buffer);
      String name = buffer == 0 ? "random" : "random-buffered";
      assertThat(perMinute(run, name)).isCloseTo(line.flow().throughput(), within(0.01));
      assertThat(minutes(run, name))
          .isCloseTo(line.flow().flowTime(), within(0.05 * line.flow().flowTime()));
    }
    assertThat(perMinute(run, "random-generalists")).isCloseTo(1, within(0.01));
    assertThat(minutes(run, "random-generalists")).isCloseTo(4, within(0.05));
    assertThat(minutes(run, "batches")).isCloseTo(40, within(0.1));
  }

  private static double perMinute(RunOfScenario run, String line) {
    double minutes = (run.outcome().endNs() - run.outcome().startNs()) / 60e9;
    return run.last(line + "-pieces") / minutes;
  }

  private static double minutes(RunOfScenario run, String line) {
    return run.last(line + "-flow-seconds") / 60 / run.last(line + "-pieces");
  }
}
