package org.plimsoll.solvency.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Pv10EmissionTest {
  private final Emission emission = new Emission(1e6, 2e6, 200e6);
  private final Emission.Support support = new Emission.Support(emission, 5, 180e6);

  @Test
  void pv10_support_burns_its_cash_into_the_token() {
    assertThat(emission.steadyPrice()).isEqualTo(2);
    assertThat(support.burnPerDay()).isCloseTo(3e6, within(1e-6));
    assertThat(support.runwayDays()).isCloseTo(60, within(1e-9));
    assertThat(support.tokensBought()).isCloseTo(36e6, within(1e-6));
  }

  @Test
  void pv10_loan_is_called_some_weeks_after_the_money_ends() {
    assertThat(support.daysUntilCalled(90e6, 30e6, 0.8)).isCloseTo(25.131442828, within(5e-10));
    assertThat(emission.priceAfter(5, 25.131442828)).isCloseTo(3.75, within(1e-9));
    assertThat(emission.priceAfter(5, 30)).isCloseTo(3.600301267, within(5e-10));
  }

  @Test
  void shouldNeverCallALoanBelowTheSteadyPriceAndCallOneAboveThePegAtOnce() {
    assertThat(support.daysUntilCalled(48e6, 30e6, 0.8)).isInfinite();
    assertThat(support.daysUntilCalled(120e6, 30e6, 0.8)).isZero();
  }

  @Test
  void shouldAgreeWithAStepByStepSimulation() {
    SplittableRandom random = new SplittableRandom(10);
    for (int i = 0; i < 1_000; i++) {
      Emission drawn =
          new Emission(
              random.nextDouble(0.1, 10), random.nextDouble(0.1, 10), random.nextDouble(50, 500));
      double start = drawn.steadyPrice() * random.nextDouble(0.2, 4);
      double days = random.nextDouble(0.1, 60);
      double closed = drawn.priceAfter(start, days);
      assertThat(drawn.simulate(start, days, 1_000)).isCloseTo(closed, within(1e-3 * closed));
    }
  }

  @Test
  void withoutAnyInflowThePriceFallsTowardsNothing() {
    Emission alone = new Emission(1, 0, 10);
    assertThat(alone.steadyPrice()).isZero();
    assertThat(alone.priceAfter(5, 2)).isCloseTo(2.5, within(1e-12));
    assertThat(alone.simulate(5, 2, 10_000)).isCloseTo(2.5, within(1e-6));
    assertThat(alone.daysUntil(5, 2.5)).isCloseTo(2, within(1e-12));
    assertThat(new Emission.Support(alone, 5, 60).runwayDays()).isEqualTo(12);
    assertThatThrownBy(() -> new Emission(1, -1, 10)).hasMessageContaining("inflowPerDay -1");
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new Emission(0, 1, 1)).hasMessageContaining("tokensPerDay");
    assertThatThrownBy(() -> new Emission.Support(emission, 2, 1)).hasMessageContaining("peg 2.0");
    assertThatThrownBy(() -> emission.simulate(1, 1, 0)).hasMessageContaining("steps");
  }
}
