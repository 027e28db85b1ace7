package org.plimsoll.solvency.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.impact.LoadLineRange.Bound;
import org.plimsoll.solvency.impact.LoadLineRange.Horizon;
import org.plimsoll.solvency.impact.LoadLineRange.Line;
import org.plimsoll.solvency.impact.OrderBookLevels.Level;

class Pv21DepthDecidesTest {
  private static final double VOLUME = 44e6;
  private static final double DEBT = 5.82e9;
  private static final double PRICE = 24;

  private final SquareRootImpact worked = new SquareRootImpact(PRICE, VOLUME / PRICE, 0.0194, 1);
  private final ExponentialImpact visible = new ExponentialImpact(PRICE, 8e6 / PRICE);

  @ParameterizedTest
  @CsvSource({
    "1, 8800000, 0.00867594, 8749101.13, 665.21",
    "7, 61600000, 0.02295439, 60657339.74, 95.95",
    "30, 264000000, 0.04752010, 255636462.22, 22.77",
    "90, 792000000, 0.08230723, 748541782.91, 7.78"
  })
  void pv21_square_root_line_grows_with_the_horizon(
      double days, double sellable, double drop, double line, double share) {
    Horizon horizon = new Horizon(VOLUME, 0.2, days);
    assertThat(horizon.sellable()).isCloseTo(sellable, within(1e-6));
    assertThat(worked.relativeDrop(sellable / PRICE)).isCloseTo(drop, within(5e-9));
    Line found = LoadLineRange.of(List.of(worked), 0.5, horizon).lines().getFirst();
    assertThat(found.debt()).isCloseTo(line, within(0.005));
    assertThat(found.share(DEBT)).isCloseTo(share, within(0.005));
    assertThat(found.bound()).isEqualTo(Bound.LIQUIDATION);
    assertThat(found.valid()).isTrue();
  }

  @Test
  void pv21_visible_depth_gives_the_smallest_line_and_the_verdict() {
    Horizon month = new Horizon(VOLUME, 0.2, 30);
    LoadLineRange range = LoadLineRange.of(List.of(worked, visible), 0.5, month);
    Line verdict = range.forVerdict().orElseThrow();
    assertThat(verdict.market()).isEqualTo(visible);
    assertThat(verdict.debt()).isCloseTo(4e6, within(1e-6));
    assertThat(verdict.share(DEBT)).isCloseTo(1_455, within(1e-9));
    assertThat(verdict.bound()).isEqualTo(Bound.SPIRAL);
    assertThat(range.lines()).extracting(Line::market).containsExactly(worked, visible);
  }

  @Test
  void pv21_depth_of_the_visible_bids_is_what_they_hold_over_how_far_they_reach() {
    OrderBookLevels bids =
        new OrderBookLevels(List.of(new Level(1, 80_000), new Level(0.98, 80_000)));
    assertThat(bids.localDepth(0)).isCloseTo(8e6, within(1e-3));
    assertThat(bids.validity().holds(160_000, 0.01)).isTrue();
    assertThat(bids.validity().holds(160_001, 0.01)).isFalse();
    assertThat(bids.validity().holds(1, 1)).isFalse();
  }

  @Test
  void pv21_square_root_without_a_cap_is_out_of_its_range() {
    double all = DEBT / PRICE;
    assertThat(worked.relativeDrop(all)).isCloseTo(0.2231, within(5e-5));
    assertThat(DEBT / VOLUME).isCloseTo(132, within(0.5));
    assertThat(worked.validity().holds(all, 132)).isFalse();
    Horizon reckless = new Horizon(VOLUME, 1, DEBT / VOLUME);
    LoadLineRange range = LoadLineRange.of(List.of(worked), 0.5, reckless);
    assertThat(range.lines().getFirst().valid()).isFalse();
    assertThat(range.forVerdict()).isEmpty();
  }

  @Test
  void shouldBelieveAPoolAtAnyHorizonAndAFittedDepthForADay() {
    assertThat(new ConstantProductPool(1, 1).validity().holds(1e12, 1e6)).isTrue();
    assertThat(visible.validity().holds(1, 1)).isTrue();
    assertThat(visible.validity().holds(1, 2)).isFalse();
    assertThat(visible.validity().holds(9e6 / PRICE, 1)).isFalse();
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new Horizon(1, 1.1, 1)).hasMessageContaining("participation 1.1");
    assertThatThrownBy(() -> new Horizon(1, 0.2, 0)).hasMessageContaining("days");
    Horizon day = new Horizon(1, 0.2, 1);
    assertThatThrownBy(() -> LoadLineRange.of(List.of(worked), 1, day))
        .hasMessageContaining("loanToValue 1.0");
  }
}
