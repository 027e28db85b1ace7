package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.outcome.SwitchRow;

/// The main scenario with each switch that changes the venue's rules, and with all others at once,
/// from beginning to end: a run that ends has kept the books of the venue and of the world at every
/// instant. What is asked of the outcomes is what the rules say, whatever the figures come to.
final class MainSwitchRunsLaws {
  private static final List<String> RULES =
      List.of(
          "no-exemption",
          "no-credit-line",
          "size-scaled-weight",
          "own-token-at-zero",
          "segregated-custody",
          "load-line-enforced",
          "daily-reconciliation");
  private static final List<String> HABITS =
      List.of(
          "conditional-haircuts", "kelly", "no-token-support", "withdrawal-gate", "generalists");
  private static final SortedMap<String, RunOfScenario> RUNS = new TreeMap<>();

  @BeforeAll
  static void run_each() throws Exception {
    List<List<String>> cases = new ArrayList<>();
    cases.add(List.of());
    RULES.forEach(rule -> cases.add(List.of(rule)));
    cases.add(List.of("no-credit-line", "size-scaled-weight"));
    cases.add(List.of("no-credit-line", "own-token-at-zero"));
    cases.add(HABITS);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<RunOfScenario>> runs = new ArrayList<>();
      for (List<String> each : cases) {
        runs.add(two.submit(() -> RunOfScenario.of("ftx-2022", each.toArray(String[]::new))));
      }
      for (int i = 0; i < runs.size(); i++) {
        RUNS.put(String.join(" ", cases.get(i)), runs.get(i).get());
      }
    }
  }

  @Test
  void every_switch_is_set_in_some_run() {
    ReadResult main = ShippedScenarios.read("ftx-2022");
    assertThat(((ReadResult.Loaded) main).scenario().scenario().switches().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(RULES.stream(), HABITS.stream()).toList());
  }

  @Test
  void a_weight_binds_nobody_who_has_a_credit_line() {
    for (String weight : List.of("size-scaled-weight", "own-token-at-zero")) {
      assertThat(row(weight).hole()).as(weight).isEqualTo(row("").hole());
      assertThat(row(weight).haltNs()).as(weight).isEqualTo(row("").haltNs());
    }
  }

  @Test
  void without_the_line_the_less_the_own_token_counts_the_less_the_affiliate_takes() {
    assertThat(draw("no-credit-line")).isLessThan(draw("") / 2);
    assertThat(draw("no-credit-line size-scaled-weight")).isLessThan(draw("no-credit-line"));
    assertThat(draw("no-credit-line own-token-at-zero"))
        .isLessThan(draw("no-credit-line size-scaled-weight"));
  }

  @Test
  void without_the_exemption_the_affiliate_is_liquidated_before_it_owes_half_as_much() {
    assertThat(draw("no-exemption")).isLessThan(draw("") / 2);
  }

  @Test
  void whoever_cannot_take_what_is_the_customers_leaves_no_hole() {
    for (String rule :
        List.of(
            "no-credit-line", "segregated-custody", "load-line-enforced", "daily-reconciliation")) {
      assertThat(row(rule).hole()).as(rule).isNegative();
      assertThat(row(rule).recovery()).as(rule).isEqualTo(1);
    }
    assertThat(draw("segregated-custody")).isNegative();
  }

  @Test
  void controls_flag_in_every_run_and_act_where_a_switch_says_so() {
    assertThat(RUNS.get("").flags("alarm")).isNotEmpty();
    assertThat(RUNS.get("").flags("lending-stop")).isEmpty();
    assertThat(RUNS.get("daily-reconciliation").flags("lending-stop")).hasSize(1);
    assertThat(draw("load-line-enforced")).isLessThan(draw("daily-reconciliation"));
  }

  private static SwitchRow row(String switches) {
    return RUNS.get(switches).outcome().switchTable().getFirst();
  }

  /// Returns the most that the affiliate owed the venue, its own token counted as nothing.
  private static double draw(String switches) {
    return RUNS.get(switches).largest("affiliate-draw");
  }
}
