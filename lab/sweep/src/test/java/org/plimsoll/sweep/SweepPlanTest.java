package org.plimsoll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepPlanTest {
  private static final int RUNS = 40;

  @Test
  void shouldPutOneRunIntoEveryPartOfEveryRange() {
    List<Map<String, String>> settings =
        SmallScenario.plan(RUNS, Sampling.LATIN_HYPERCUBE).settings();
    for (Variation variation :
        List.of(new Variation(SmallScenario.SIZE, 0.5, 2), new Variation("walk.start", -1, 1))) {
      List<Integer> parts =
          settings.stream()
              .map(each -> Double.parseDouble(each.getOrDefault(variation.path(), "")))
              .map(value -> (value - variation.low()) / (variation.high() - variation.low()))
              .map(place -> (int) (place * RUNS))
              .sorted()
              .toList();
      assertThat(parts).isEqualTo(IntStream.range(0, RUNS).boxed().toList());
    }
  }

  @Test
  void shouldLeaveUniformRunsAsTheyAreWhenMoreAreAdded() {
    assertThat(SmallScenario.plan(2 * RUNS, Sampling.UNIFORM).settings().subList(0, RUNS))
        .isEqualTo(SmallScenario.plan(RUNS, Sampling.UNIFORM).settings());
  }

  @Test
  void shouldKeepFixedSettings() {
    assertThat(SmallScenario.plan(1, Sampling.UNIFORM).settings().getFirst())
        .containsEntry("walk.name", "a walk, with\ttab");
  }

  @Test
  void shouldReadARange() {
    assertThat(Variation.parse("parties.keel.kelly=-0.5..2e3"))
        .contains(new Variation("parties.keel.kelly", -0.5, 2_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a=1", "a=1..", "=1..2", "a=2..1", "a=1..1", "a=x..2", "a=0..NaN"})
  void shouldReadNothingElse(String text) {
    assertThat(Variation.parse(text)).isEmpty();
  }

  @Test
  void shouldRefuseAPathThatIsThereTwice() {
    Variation variation = new Variation("a", 0, 1);
    assertThatThrownBy(() ->
            new SweepPlan(
                "s", "h", "l", 1, 1, Sampling.UNIFORM, Map.of("a", "1"), List.of(variation)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path a is there twice");
  }

  @Test
  void shouldInterpolateBetweenRuns() {
    double[] runs = {1, 2, 3, 4, 10};
    assertThat(Band.percentile(runs, 0.5)).isEqualTo(3);
    assertThat(Band.percentile(runs, 0.05)).isEqualTo(1.2);
    assertThat(Band.percentile(runs, 0.95))
        .isEqualTo(8.8, org.assertj.core.api.Assertions.within(1e-12));
  }
}
