package org.plimsoll.ecosystem.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FitErrorTest {
  private static final double TINY = 1e-12;

  @Test
  void what_lies_in_the_recorded_range_is_no_error() {
    assertThat(FitError.of(List.of(fit(9, 11, 10), fit(5, 5, 5)))).isZero();
  }

  @Test
  void it_is_the_root_of_the_mean_square_of_logarithms_from_the_nearest_end() {
    double expected =
        StrictMath.sqrt(
            (StrictMath.pow(StrictMath.log(2), 2) + StrictMath.pow(StrictMath.log(3), 2)) / 2);

    assertThat(FitError.of(List.of(fit(10, 12, 24), fit(9, 10, 3))))
        .isCloseTo(expected, within(TINY));
  }

  @Test
  void a_wrong_sign_nothing_and_a_hundredfold_count_as_tenfold() {
    double ten = StrictMath.log(10);
    assertThat(FitError.of(List.of(fit(5, 5, -5)))).isCloseTo(ten, within(TINY));
    assertThat(FitError.of(List.of(fit(5, 5, Double.NaN)))).isCloseTo(ten, within(TINY));
    assertThat(FitError.of(List.of(fit(5, 5, 500)))).isCloseTo(ten, within(TINY));
  }

  @Test
  void rows_out_of_sample_play_no_part() {
    assertThat(FitError.of(List.of(fit(5, 5, 5), row(false, 5, 5, 50)))).isZero();
    assertThat(FitError.of(List.of(row(false, 5, 5, 50)))).isNaN();
  }

  private static ScoreRow fit(double low, double high, double simulated) {
    return row(true, low, high, simulated);
  }

  private static ScoreRow row(boolean isFit, double low, double high, double simulated) {
    return new ScoreRow(
        "quantity",
        "USD",
        isFit,
        low,
        high,
        simulated,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "nobody");
  }
}
