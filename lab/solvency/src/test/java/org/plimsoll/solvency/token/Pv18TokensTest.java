package org.plimsoll.solvency.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class Pv18TokensTest {
  private static final double PRINTED = 6e-10;
  private static final LeveragedToken BULL = new LeveragedToken(3);
  private static final LeveragedToken BEAR = new LeveragedToken(-3);

  @Test
  void pv18_thereAndBackCostsBothSides() {
    assertThat(BULL.after(-0.10, 1 / 0.9 - 1)).isCloseTo(0.933333, within(6e-7));
    assertThat(BEAR.after(0.10, 1 / 1.1 - 1)).isCloseTo(0.890909, within(6e-7));
  }

  @Test
  void pv18_fiveDays() {
    double[] returns = {0.05, -0.04, 0.03, -0.06, 0.02};
    assertThat(new LeveragedToken(1).after(returns)).isCloseTo(0.995464512, within(PRINTED));
    assertThat(BULL.after(returns)).isCloseTo(0.958797136, within(PRINTED));
    assertThat(BEAR.after(returns)).isCloseTo(0.960922144, within(PRINTED));
  }

  @Test
  void pv18_spiralTerm() {
    List<LeveragedToken.Outstanding> tokens =
        List.of(
            new LeveragedToken.Outstanding(BULL, 40e6), new LeveragedToken.Outstanding(BEAR, 25e6));
    assertThat(LeveragedToken.gain(tokens, 800e6)).isCloseTo(0.675, within(1e-14));
  }

  @Test
  void pv18_flatYearAtEightyPercent() {
    assertThat(BULL.continuous(1, 0.8, 1)).isCloseTo(0.146606962, within(PRINTED));
    assertThat(BEAR.continuous(1, 0.8, 1)).isCloseTo(0.021493601, within(PRINTED));
  }

  @Test
  void pv18_fundingRate() {
    assertThat(PerpetualFunding.ofPremia(0.002, 0.005, -0.001).rate())
        .isCloseTo(8.3333e-5, within(6e-10));
  }

  @Test
  void emergencyReturnsOfTheLargestTokens() {
    assertThat(BULL.emergencyReturn(4.0 / 3)).isCloseTo(-1.0 / 9, within(1e-14));
    assertThat(BEAR.emergencyReturn(4.0 / 3)).isCloseTo(1.0 / 15, within(1e-14));
    assertThatThrownBy(() -> new LeveragedToken(0.5).emergencyReturn(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leverage 0.5 is out of bounds");
  }

  @Test
  void shouldBeWorthNothingForGoodOnceADayTakesAll() {
    assertThat(BULL.after(-0.4, 0.5)).isZero();
  }
}
