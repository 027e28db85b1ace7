package org.plimsoll.ecosystem.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void the_percentiles_of_one_to_a_hundred_and_one_are_six_fifty_one_and_ninety_six() {
    Spread spread = Spread.of(IntStream.rangeClosed(1, 101).mapToDouble(i -> i)).orElseThrow();

    assertThat(spread).isEqualTo(new Spread(101, 6, 51, 96));
  }

  @Test
  void between_two_values_a_percentile_is_interpolated() {
    Spread spread = Spread.of(DoubleStream.of(10, 20)).orElseThrow();

    assertThat(spread.median()).isEqualTo(15);
    assertThat(spread.low()).isCloseTo(10.5, within(1e-12));
  }

  @Test
  void seeds_without_a_value_are_not_counted() {
    assertThat(Spread.of(DoubleStream.of(Double.NaN, 3)).orElseThrow().count()).isEqualTo(1);
    assertThat(Spread.of(DoubleStream.of(Double.NaN))).isEmpty();
  }

  @Test
  void a_case_counts_the_seeds_in_which_a_thing_happened() {
    SwitchCase both = SwitchCase.of(List.of(row(2, Optional.of(10L)), row(4, Optional.empty())));

    assertThat(both.runs()).isEqualTo(2);
    assertThat(both.hole().orElseThrow().median()).isEqualTo(3);
    assertThat(both.haltNs().orElseThrow()).isEqualTo(new Spread(1, 10, 10, 10));
    assertThat(both.firstFlagNs()).isEmpty();
  }

  private static SwitchRow row(double hole, Optional<Long> haltNs) {
    return new SwitchRow(List.of("gate"), hole, 0.5, Optional.empty(), Optional.empty(), haltNs);
  }
}
