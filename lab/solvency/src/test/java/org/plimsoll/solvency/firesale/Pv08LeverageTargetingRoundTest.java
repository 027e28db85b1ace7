package org.plimsoll.solvency.firesale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.spiral.Portfolios;
import org.plimsoll.solvency.spiral.Portfolios.Institution;

class Pv08LeverageTargetingRoundTest {
  private static final Offset<Double> TIGHT = within(1e-12);
  private static final Portfolios BANKS =
      new Portfolios(
          List.of(
              new Institution(List.of(60.0, 40.0), 20), new Institution(List.of(20.0, 80.0), 10)));
  private static final List<Double> DEPTHS = List.of(1_000.0, 500.0);
  private final LeverageTargetingRound round =
      new LeverageTargetingRound(BANKS, DEPTHS, List.of(0.05, 0.0));

  @Test
  void pv08_first_round_of_two_banks() {
    near(round.losses().direct(), 3, 1);
    near(round.sales(), 12, 9);
    near(round.priceLosses(), 0.009, 0.024);
    near(round.losses().secondRound(), 1.5, 2.1);
    assertThat(round.aggregateVulnerability()).isCloseTo(0.12, TIGHT);
    assertThat(round.losses().directTotal() / BANKS.equity()).isCloseTo(0.133333, within(5e-7));
    assertThat(round.losses().amplification()).isCloseTo(1.9, TIGHT);
    assertThat(round.losses().failures()).isEmpty();
    assertThat(round.losses().firstFailure()).isEmpty();
  }

  @Test
  void shouldSplitTheHarmByWhoCausesItAndWhoBearsIt() {
    List<Double> causes = round.systemicness();
    assertThat(causes.get(0) + causes.get(1)).isCloseTo(0.12, TIGHT);
    // 7.2 and 4.8 sold by the first: 0.72 % of 80 and 0.96 % of 120, over an equity of 30.
    assertThat(causes.get(0)).isCloseTo((0.0072 * 80 + 0.0096 * 120) / 30, TIGHT);
    near(round.indirectVulnerability(), 0.075, 0.21);
  }

  @Test
  void shouldNameTheOneThatTheShockBreaksBeforeTheOneThatTheSalesBreak() {
    Losses losses =
        new LeverageTargetingRound(BANKS, List.of(100.0, 100.0), List.of(0.35, 0.0)).losses();
    assertThat(losses.failures()).containsExactly(0, 1);
    assertThat(losses.firstFailure()).hasValue(0);
  }

  @Test
  void shouldMeasureHowMuchTheyHoldInCommon() {
    LossContagion contagion = new LossContagion(BANKS, DEPTHS);
    assertThat(contagion.overlap(0, 1)).isCloseTo(1.2 + 6.4, TIGHT);
    assertThat(contagion.overlap(1, 0)).isEqualTo(contagion.overlap(0, 1));
    assertThat(contagion.overlap(0, 0)).isCloseTo(3.6 + 3.2, TIGHT);
  }

  private static void near(List<Double> found, double first, double second) {
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isCloseTo(first, TIGHT);
    assertThat(found.get(1)).isCloseTo(second, TIGHT);
  }
}
