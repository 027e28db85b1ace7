package org.plimsoll.solvency.firesale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.firesale.ThresholdDeleveraging.Outcome;
import org.plimsoll.solvency.impact.ContSchaanningImpact;
import org.plimsoll.solvency.spiral.Portfolios;
import org.plimsoll.solvency.spiral.Portfolios.Institution;

class ThresholdDeleveragingTest {
  private static final Portfolios BANKS =
      new Portfolios(
          List.of(new Institution(List.of(100.0), 4), new Institution(List.of(100.0), 50)));

  private static ThresholdDeleveraging rule(double depth, int rounds) {
    return new ThresholdDeleveraging(
        BANKS, List.of(new ContSchaanningImpact(1, 0.5, depth)), 33, 20, rounds);
  }

  @Test
  void shouldSellNothingBelowTheLimit() {
    Outcome end = rule(100, 6).after(List.of(0.005));
    assertThat(end.rounds()).isZero();
    assertThat(end.losses().secondRoundTotal()).isZero();
    assertThat(end.losses().amplification()).isEqualTo(1);
    assertThat(end.prices().getFirst()).isEqualTo(0.995);
  }

  @Test
  void shouldSellDownToTheTargetAboveTheLimit() {
    Outcome end = rule(1_000, 1).after(List.of(0.02));
    // 98 of assets on 2 of equity: 58 must go at 0.98 each.
    double sold = 58 / 0.98;
    double rest = StrictMath.exp(-sold / 1_000);
    double price = 0.98 * (0.5 + 0.5 * rest);
    assertThat(end.sold().getFirst()).isCloseTo(sold, within(1e-9));
    assertThat(end.prices().getFirst()).isCloseTo(price, within(1e-12));
    assertThat(end.losses().directTotal()).isCloseTo(4, within(1e-12));
    double average = 0.98 * (0.5 + 0.5 * (1 - rest) * 1_000 / sold);
    double seller = sold * (0.98 - average) + (100 - sold) * (0.98 - price);
    assertThat(end.losses().secondRound().get(0)).isCloseTo(seller, within(1e-9));
    assertThat(end.losses().secondRound().get(1)).isCloseTo(100 * (0.98 - price), within(1e-9));
  }

  @Test
  void shouldSellEverythingOnceEquityIsGoneAndSaySo() {
    Outcome end = rule(1_000, 6).after(List.of(0.05));
    assertThat(end.sold().getFirst()).isCloseTo(100, within(1e-9));
    assertThat(end.losses().firstFailure()).hasValue(0);
    assertThat(end.losses().failures()).containsExactly(0);
    assertThat(end.losses().amplification()).isGreaterThan(1);
  }

  @Test
  void shouldLoseLessInADeeperMarket() {
    double before = Double.POSITIVE_INFINITY;
    for (double depth = 50; depth < 100_000; depth *= 2) {
      double lost = rule(depth, 6).after(List.of(0.05)).losses().secondRoundTotal();
      assertThat(lost).isPositive().isLessThan(before);
      before = lost;
    }
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> rule(1, 0)).hasMessageContaining("roundsMax");
    assertThatThrownBy(() -> rule(1, 1).after(List.of(1.0))).hasMessageContaining("shock 1.0");
    assertThatThrownBy(() -> rule(1, 1).after(List.of())).hasMessageContaining("shocks");
    assertThatThrownBy(() ->
            new ThresholdDeleveraging(
                BANKS, List.of(new ContSchaanningImpact(2, 0.5, 1)), 33, 20, 1))
        .hasMessageContaining("market price 2.0");
  }
}
