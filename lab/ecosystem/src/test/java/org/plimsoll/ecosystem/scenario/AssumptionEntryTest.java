package org.plimsoll.ecosystem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AssumptionEntryTest {
  private static final int SEEDS = 2_000;

  @Test
  void each_ratio_within_the_range_is_as_likely() {
    assertThat(part(drawn(trust(0.01, 1)), 0.01, 0.1)).isBetween(0.45, 0.55);
    assertThat(part(drawn(trust(-1, -0.01)), -1, -0.1)).isBetween(0.45, 0.55);
  }

  @Test
  void what_is_drawn_lies_in_the_range_and_follows_from_the_seed_alone() {
    AssumptionEntry trust = trust(3, 4);

    assertThat(drawn(trust)).allMatch(trust::holds).isEqualTo(drawn(trust(3, 4)));
    assertThat(drawn(trust).stream().distinct().count()).isGreaterThan(SEEDS * 9L / 10);
  }

  @Test
  void a_range_has_two_ends_of_one_sign_and_a_path() {
    assertThatThrownBy(() -> trust(1, 1)).hasMessageContaining("`low` is below `high`");
    assertThatThrownBy(() -> trust(-1, 1)).hasMessageContaining("same sign");
    assertThatThrownBy(() -> trust(0, 1)).hasMessageContaining("same sign");
    assertThatThrownBy(() -> new AssumptionEntry("trust", List.of(), 1, 2, "any"))
        .hasMessageContaining("`paths`");
  }

  private static AssumptionEntry trust(double low, double high) {
    return new AssumptionEntry("trust", List.of("agents.anybody.trust"), low, high, "any");
  }

  private static List<Double> drawn(AssumptionEntry assumption) {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> Double.parseDouble(assumption.value(seed)))
        .toList();
  }

  private static double part(List<Double> values, double low, double high) {
    DoubleStream within =
        values.stream().mapToDouble(Double::doubleValue).filter(v -> low <= v && v < high);
    return (double) within.count() / values.size();
  }
}
