package org.plimsoll.solvency.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PriceFallTest {
  /// 4.540703 is the published 99 % point of Student's t with 3 degrees of freedom.
  @Test
  void theFatTailIsTheQuantileOfStudentsTWithTheVolatilityOfTheDay() {
    PriceFall fall = new PriceFall(0.0295, 1, 0.99);
    assertThat(fall.fatTail())
        .isCloseTo(1 - Math.exp(-0.0295 * 4.540703 / Math.sqrt(3)), within(1e-8));
    assertThat(new PriceFall(0.0295, 4, 0.99).fatTail())
        .isCloseTo(1 - Math.exp(-0.0295 * 2 * 4.540703 / Math.sqrt(3)), within(1e-8));
  }

  @Test
  void theLargerMeasureCountsAndGrowsBeyondTheConfidence() {
    PriceFall fall = new PriceFall(0.0295, 1, 0.99);
    assertThat(fall.atConfidence()).isEqualTo(fall.givenDefault()).isGreaterThan(fall.fatTail());
    assertThat(fall.beyond(0.99)).isCloseTo(fall.atConfidence(), within(1e-12));
    assertThat(fall.beyond(0.999)).isGreaterThan(fall.beyond(0.99)).isLessThan(1);
  }

  @Test
  void itGrowsWithVolatilityTimeAndConfidence() {
    for (int i = 1; i < 60; i++) {
      double volatility = i / 200.0;
      assertThat(new PriceFall(volatility + 0.005, 1, 0.99).atConfidence())
          .isGreaterThan(new PriceFall(volatility, 1, 0.99).atConfidence());
      assertThat(new PriceFall(volatility, 2, 0.99).atConfidence())
          .isGreaterThan(new PriceFall(volatility, 1, 0.99).atConfidence());
      assertThat(new PriceFall(volatility, 1, 0.995).atConfidence())
          .isGreaterThan(new PriceFall(volatility, 1, 0.99).atConfidence());
    }
  }

  @Test
  void figuresOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> new PriceFall(0, 1, 0.99)).hasMessageContaining("volatility");
    assertThatThrownBy(() -> new PriceFall(0.1, 0, 0.99)).hasMessageContaining("days");
    assertThatThrownBy(() -> new PriceFall(0.1, 1, 0.5)).hasMessageContaining("confidence");
    assertThatThrownBy(() -> new PriceFall(0.1, 1, 0.99).beyond(0.9)).hasMessageContaining("level");
  }
}
