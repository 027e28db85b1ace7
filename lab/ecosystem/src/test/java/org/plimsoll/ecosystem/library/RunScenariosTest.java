package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.run.DepositContract;
import org.plimsoll.solvency.run.WithdrawalGame;

/// Rows S10 and S22 of the story: the run, and the production line in front of it.
final class RunScenariosTest {
  @Test
  void s10_belief_alone_chooses_between_peace_and_a_run() {
    assertThat(RunOfScenario.of("diamond-dybvig").last("leavers")).isEqualTo(25);
    assertThat(RunOfScenario.of("diamond-dybvig").last("late")).isEqualTo(1_813_333);
    RunOfScenario fear = RunOfScenario.of("diamond-dybvig", "fear");
    assertThat(fear.last("leavers")).isEqualTo(100);
    assertThat(fear.last("paid")).isEqualTo(78);
  }

  @Test
  void s10_the_run_begins_where_the_closed_form_says() {
    assertThat(new DepositContract(1.28, 2).runAbove()).isEqualTo(0.5625);
    assertThat(leaversIfBelieved("0.56")).isEqualTo(25);
    assertThat(leaversIfBelieved("0.57")).isEqualTo(100);
  }

  private static double leaversIfBelieved(String share) {
    Map<String, String> belief = Map.of("agents.depositor.believed-share", share);
    return RunOfScenario.with("diamond-dybvig", belief).last("leavers");
  }

  @Test
  void s10_suspension_removes_the_run() {
    RunOfScenario calm = RunOfScenario.of("diamond-dybvig", "fear", "suspension");
    assertThat(calm.last("leavers")).isEqualTo(25);
    assertThat(calm.last("late")).isEqualTo(1_813_333);
  }

  @Test
  void s10_depositors_find_the_threshold_of_the_global_game() {
    double base = failsBelow(RunOfScenario.of("global-game"));
    double recovery = failsBelow(RunOfScenario.of("global-game", "better-recovery"));
    double yield = failsBelow(RunOfScenario.of("global-game", "higher-yield"));

    assertThat(base).isCloseTo(new WithdrawalGame(0.05, 0.25).panicBelow(), within(0.02));
    assertThat(recovery).isCloseTo(new WithdrawalGame(0.05, 0.75).panicBelow(), within(0.02));
    assertThat(yield).isCloseTo(new WithdrawalGame(0.1, 0.25).panicBelow(), within(0.02));
    assertThat(base - recovery).isGreaterThan(base - yield);
  }

  /// Returns the coverage that best parts failures from survivals in the second half of a run.
  private static double failsBelow(RunOfScenario run) {
    NavigableMap<Long, Double> survived = run.series("survived");
    long half = (run.outcome().startNs() + run.outcome().endNs()) / 2;
    NavigableMap<Long, Double> coverage = run.series("coverage").tailMap(half, true);
    long fewest = Long.MAX_VALUE;
    double where = 0;
    for (int candidate = 500_000; candidate < 1_200_000; candidate += 2_000) {
      int bound = candidate;
      long wrong =
          coverage.entrySet().stream()
              .filter(each -> survived.get(each.getKey()) == 1 == each.getValue() < bound)
              .count();
      if (wrong < fewest) {
        fewest = wrong;
        where = candidate / 1e6;
      }
    }
    assertThat(fewest).isLessThan(coverage.size() / 20);
    return where;
  }

  @Test
  void s22_the_queue_of_the_desk_feeds_the_run() {
    RunOfScenario base = RunOfScenario.of("withdrawal-desk-run");
    RunOfScenario unread = RunOfScenario.of("withdrawal-desk-run", "age-unread");
    RunOfScenario generalists = RunOfScenario.of("withdrawal-desk-run", "generalists");

    assertThat(base.flags("halt")).hasSize(1);
    assertThat(base.largest("age")).isBetween(18.0, 30.0);
    assertThat(base.last("out")).isBetween(5.5e9, 6.7e9);
    assertThat(hoursToHalt(base)).isBetween(30.0, 60.0);
    // Nobody minds the age: a billion less wants to leave, and the money is enough.
    assertThat(unread.flags("halt")).isEmpty();
    // Generalists are done within hours: the halt comes later by a day and more, or not at all.
    assertThat(generalists.largest("age")).isLessThan(6);
    assertThat(
            generalists.flags("halt").isEmpty()
                || hoursToHalt(generalists) > 24 + hoursToHalt(base))
        .isTrue();
  }

  @Test
  void s10_news_starts_the_run_a_gate_stretches_it_and_money_at_hand_ends_it() {
    RunOfScenario calm = RunOfScenario.of("withdrawal-desk-run", "no-letter");
    assertThat(calm.flags("run")).isEmpty();
    assertThat(calm.last("custody")).isGreaterThan(13.5e9);
    RunOfScenario gate = RunOfScenario.of("withdrawal-desk-run", "gate");
    assertThat(gate.flags("halt")).isEmpty();
    assertThat(gate.largest("age")).isGreaterThan(120);
    RunOfScenario apart = RunOfScenario.of("withdrawal-desk-run", "kept-apart");
    assertThat(apart.flags("halt")).isEmpty();
    assertThat(apart.last("claims")).isEqualTo(apart.last("custody"));
    assertThat(apart.last("out")).isGreaterThan(8e9);
  }

  private static double hoursToHalt(RunOfScenario run) {
    return run.outcome().scores().getFirst().simulated();
  }
}
