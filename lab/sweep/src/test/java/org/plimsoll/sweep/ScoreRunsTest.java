package org.plimsoll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.AssumptionCase;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreCard.Mark;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.SwitchCase;
import org.plimsoll.ecosystem.scenario.AssumptionEntry;

final class ScoreRunsTest {
  private static final List<List<String>> CASES =
      List.of(List.of(), List.of("gate"), List.of("gate", "kelly"));
  private static final int SEEDS = 21;

  @Test
  void the_number_of_threads_changes_nothing() {
    ScoreRuns one = runs(1);
    ScoreRuns four = runs(4);

    assertThat(one.marks()).isEqualTo(four.marks());
    assertThat(one.scores()).isEqualTo(four.scores());
    assertThat(one.cases()).isEqualTo(four.cases());
    assertThat(one.marks()).extracting(Mark::seed).startsWith(7L, 8L, 9L).hasSize(3 * SEEDS);
  }

  @Test
  void every_case_has_the_same_seeds_in_the_same_order() {
    List<Mark> marks = runs(3).marks();

    assertThat(marks.subList(SEEDS, 2 * SEEDS))
        .extracting(Mark::stateHash)
        .isEqualTo(marks.subList(0, SEEDS).stream().map(Mark::stateHash).toList());
  }

  @Test
  void switches_may_have_fewer_seeds_and_stand_beside_the_base_case_with_the_same_ones() {
    ScoreRuns runs = ScoreRuns.of(CASES, 7, SEEDS, 3, new Walk("none"), 2, _ -> {});

    assertThat(runs.marks())
        .extracting(Mark::seed)
        .hasSize(ScoreRuns.runs(CASES.size(), SEEDS, 3))
        .endsWith(7L, 8L, 9L, 7L, 8L, 9L);
    assertThat(runs.scored()).containsExactly(SEEDS);
    assertThat(runs.cases()).extracting(SwitchCase::runs).containsExactly(3, 3, 3);
    assertThat(runs.cases().get(1).hole()).isEqualTo(runs.cases().getFirst().hole());
  }

  @Test
  void an_assumption_parts_the_seeds_by_the_half_of_its_range_that_they_drew() {
    AssumptionEntry assumed = new AssumptionEntry("trust", List.of("walk.trust"), 0.01, 1, "any");
    AssumptionCase parted = runs(2).assumptions(List.of(assumed)).getFirst();
    long below =
        LongStream.range(7, 7 + SEEDS)
            .filter(seed -> Double.parseDouble(assumed.value(seed)) < 0.1)
            .count();

    assertThat(below).isBetween(1L, SEEDS - 1L);
    assertThat(parted.lower().runs()).isEqualTo((int) below);
    assertThat(parted.upper().runs()).isEqualTo(SEEDS - (int) below);
  }

  @Test
  void a_row_of_the_score_is_the_median_with_the_band_over_seeds() {
    ScoreRow row = runs(2).scores().getFirst();
    double[] places = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      places[i] = SmallScenario.run(7 + i, Map.of()).scores().getFirst().simulated();
    }
    Arrays.sort(places);

    assertThat(row.simulated()).isEqualTo(places[10]);
    assertThat(row.bandLow()).contains(places[1]);
    assertThat(row.bandHigh()).contains(places[19]);
    assertThat(runs(2).scored()).containsExactly(SEEDS);
  }

  @Test
  void a_run_that_fails_is_named_by_the_line_that_shows_it_again() {
    assertThatThrownBy(() -> ScoreRuns.of(CASES, 7, 1, 1, new Walk("kelly"), 2, _ -> {}))
        .isInstanceOf(RunFailed.class)
        .hasMessageContaining("no such bet")
        .hasMessageContaining("to see it again: walk 7 [gate, kelly]");
  }

  @Test
  void how_many_runs_are_done_is_told_after_each() {
    List<Integer> told = new ArrayList<>();
    ScoreRuns.of(CASES, 1, 2, 2, new Walk("none"), 2, told::add);

    assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
  }

  private static ScoreRuns runs(int threads) {
    return ScoreRuns.of(CASES, 7, SEEDS, SEEDS, new Walk("none"), threads, _ -> {});
  }

  /// The walk of [SmallScenario], which fails with a switch.
  private record Walk(String failsWith) implements ScoreRuns.Runner {
    @Override
    public Outcome run(long seed, List<String> switches) {
      if (switches.contains(failsWith)) {
        throw new IllegalArgumentException("no such bet");
      }
      return SmallScenario.run(seed, Map.of());
    }

    @Override
    public String line(long seed, List<String> switches) {
      return "walk " + seed + " " + switches;
    }
  }
}
