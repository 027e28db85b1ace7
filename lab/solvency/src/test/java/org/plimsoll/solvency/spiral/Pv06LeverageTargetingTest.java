package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.LeverageTargeting.Outcome;
import org.plimsoll.solvency.spiral.LeverageTargeting.Position;

class Pv06LeverageTargetingTest {
  private static final ExponentialImpact MARKET = new ExponentialImpact(20, 400_000);

  @ParameterizedTest
  @CsvSource({
    "100000, 0.25, 0.0666667, 18.670498401, 0.06647508, 6997.7307",
    "200000, 0.50, 0.10, 18.048469238, 0.09757654, 20551.2419",
    "300000, 0.75, 0.20, 16.621847446, 0.16890763, 53488.4152",
    "400000, 1.00, Infinity, 13.178816862, 0.34105916, 146331.2887",
    "600000, 1.50, Infinity, 4.239473043, 0.78802635, 600000"
  })
  void pv06_spiral_of_one_borrower_ends_at_the_fixed_point(
      double quantity, double gain, double forecast, double price, double drop, double sold) {
    LeverageTargeting borrower = new LeverageTargeting(MARKET, quantity, 0.5);
    assertThat(borrower.gain().total()).isCloseTo(gain, within(1e-12));
    double linear = borrower.gain().linearLoss(0.05);
    if (Double.isInfinite(forecast)) {
      assertThat(linear).isInfinite();
    } else {
      assertThat(linear).isCloseTo(forecast, within(5e-8));
    }
    Outcome end = borrower.after(0.05);
    assertThat(end.price()).isCloseTo(price, within(5e-9));
    assertThat(1 - end.price() / 20).isCloseTo(drop, within(5e-9));
    assertThat(end.sold()).isCloseTo(sold, within(1e-4));
  }

  @Test
  void pv06_first_rounds_shrink_by_the_gain() {
    Outcome end = new LeverageTargeting(MARKET, 100_000, 0.5).after(0.05);
    double[] sold = {5_263.157895, 1_324.636947, 314.252275};
    double[] prices = {18.751637547, 18.689642475, 18.674965084};
    for (int i = 0; i < sold.length; i++) {
      assertThat(end.rounds().get(i).sold()).isCloseTo(sold[i], within(1e-6));
      assertThat(end.rounds().get(i).price()).isCloseTo(prices[i], within(1e-9));
    }
  }

  @Test
  void pv06_debt_is_left_when_nothing_is_left_to_sell() {
    Outcome end = new LeverageTargeting(MARKET, 600_000, 0.5).after(0.05);
    assertThat(end.sold()).isEqualTo(600_000);
    assertThat(end.debtLeft()).isCloseTo(95_789.2171, within(1e-4));
  }

  @Test
  void shouldFollowBorrowersOfSeveralRatiosRoundByRound() {
    LeverageTargeting two =
        new LeverageTargeting(
            MARKET, List.of(new Position(50_000, 0.5), new Position(60_000, 0.75)));
    assertThat(two.gain().total()).isCloseTo(0.125 + 0.45, within(1e-12));
    Outcome end = two.after(0.05);
    double first = 50_000 * 0.5 / 0.95 * 0.05 / 0.5;
    double second = 60_000 * 0.75 / 0.95 * 0.05 / 0.25;
    assertThat(end.rounds().getFirst().sold()).isCloseTo(first + second, within(1e-6));
    assertThat(end.rounds().getFirst().price())
        .isCloseTo(19 * StrictMath.exp(-(first + second) / 400_000), within(1e-9));
    assertThat(end.ends().getFirst().sold()).isLessThan(end.ends().getLast().sold());
  }

  @Test
  void shouldSellNothingWithoutAShock() {
    Outcome end = new LeverageTargeting(MARKET, 600_000, 0.5).after(0);
    assertThat(end.rounds()).isEmpty();
    assertThat(end.price()).isEqualTo(20);
  }
}
