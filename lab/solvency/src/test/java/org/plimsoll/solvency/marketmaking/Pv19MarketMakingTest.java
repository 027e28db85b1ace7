package org.plimsoll.solvency.marketmaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class Pv19MarketMakingTest {
  private static final Offset<Double> PRINTED = within(1e-9);
  private static final DecayingEdge DESK = new DecayingEdge(1e9, 1e-4, 365, 0.3e-4);

  @Test
  void pv19_glostenMilgromQuotes() {
    GlostenMilgrom even = new GlostenMilgrom(101, 99, 0.5, 0.2);
    assertThat(even.bid()).isCloseTo(99.8, PRINTED);
    assertThat(even.ask()).isCloseTo(100.2, PRINTED);
    assertThat(even.spread()).isCloseTo(0.2 * 2, PRINTED);
    GlostenMilgrom skewed = new GlostenMilgrom(110, 90, 0.6, 0.3);
    assertThat(skewed.bid()).isCloseTo(98.936170213, PRINTED);
    assertThat(skewed.ask()).isCloseTo(104.716981132, PRINTED);
  }

  @Test
  void pv19_avellanedaStoikovQuotes() {
    AvellanedaStoikov maker = new AvellanedaStoikov(0.1, 2, 1.5);
    assertThat(maker.reservationPrice(100, 0, 1)).isEqualTo(100);
    assertThat(maker.spread(1)).isCloseTo(1.690770423, PRINTED);
    assertThat(maker.reservationPrice(100, 3, 0.5)).isCloseTo(99.4, PRINTED);
    assertThat(maker.spread(0.5)).isCloseTo(1.490770423, PRINTED);
  }

  @Test
  void pv19_decayingEdge() {
    assertThat(DESK.stopDay()).isCloseTo(633.992442, within(1e-6));
    assertThat(DESK.profitUntil(DESK.stopDay())).isCloseTo(17_841_085.04, within(0.005));
    assertThat(DESK.backToZeroDay()).isCloseTo(1_683.519202, within(1e-6));
    assertThat(DESK.daysPastStop(1_000)).isCloseTo(366.007558, within(1e-6));
  }

  @Test
  void shouldEarnMostOnTheDayToStop() {
    double best = DESK.profitUntil(DESK.stopDay());
    assertThat(DESK.profitUntil(DESK.stopDay() - 1)).isLessThan(best);
    assertThat(DESK.profitUntil(DESK.stopDay() + 1)).isLessThan(best);
    assertThat(DESK.profitUntil(DESK.backToZeroDay())).isCloseTo(0, within(0.01));
  }

  @Test
  void shouldNeverStartWithoutAnEdge() {
    DecayingEdge late = new DecayingEdge(1, 1e-4, 365, 2e-4);
    assertThat(late.stopDay()).isZero();
    assertThat(late.backToZeroDay()).isZero();
  }

  @Test
  void shouldLearnNothingFromATradeThatCannotHappen() {
    assertThat(new GlostenMilgrom(2, 1, 1, 1).bid()).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new GlostenMilgrom(1, 2, 0.5, 0.2)).hasMessageContaining("low 2.0");
    assertThatThrownBy(() -> new GlostenMilgrom(2, 1, 1.5, 0.2))
        .hasMessageContaining("highProbability 1.5");
    assertThatThrownBy(() -> new GlostenMilgrom(2, 1, 0.5, -1))
        .hasMessageContaining("informedShare -1.0");
    assertThatThrownBy(() -> new AvellanedaStoikov(0, 1, 1)).hasMessageContaining("riskAversion");
    assertThatThrownBy(() -> new AvellanedaStoikov(1, 1, 1).spread(-1))
        .hasMessageContaining("timeLeft -1.0");
    assertThatThrownBy(() -> new DecayingEdge(1, 1, 0, 1)).hasMessageContaining("halfLife 0.0");
    assertThatThrownBy(() -> DESK.profitUntil(-1)).hasMessageContaining("day -1.0");
  }
}
