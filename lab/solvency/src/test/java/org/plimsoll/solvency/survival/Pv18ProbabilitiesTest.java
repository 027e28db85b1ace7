package org.plimsoll.solvency.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pv18ProbabilitiesTest {
  private static final double PRINTED = 6e-10;
  private static final double MONTH = 30 / 365.0;
  private static final double DAY = 1 / 365.0;
  private static final FirstPassage SEVENTY = new FirstPassage(100, 70, 0, 0.8);

  @Test
  void pv18_firstPassage() {
    assertThat(SEVENTY.reached(1)).isCloseTo(0.765745961, within(PRINTED));
    assertThat(SEVENTY.reached(MONTH)).isCloseTo(0.142694723, within(PRINTED));
    assertThat(new FirstPassage(100, 50, 0.05, 0.6).reached(1))
        .isCloseTo(0.314274798, within(PRINTED));
  }

  @Test
  void pv18_dailyMonitoring() {
    assertThat(SEVENTY.reached(1, DAY)).isCloseTo(0.748325955, within(PRINTED));
    assertThat(SEVENTY.reached(MONTH, DAY)).isCloseTo(0.116361537, within(PRINTED));
  }

  @Test
  void pv18_endsBelowSeventy() {
    assertThat(SEVENTY.endsBelow(1)).isCloseTo(0.481717422, within(PRINTED));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.000777967",
    "0.25, 0.012373557",
    "0.5, 0.079042322",
    "0.75, 0.258393368",
    "0.9, 0.413115303"
  })
  void pv18_amplifiedFailure(double gain, double probability) {
    assertThat(new AmplifiedFailure(0.3, 0.8).probability(gain, 7 / 365.0))
        .isCloseTo(probability, within(PRINTED));
  }

  @Test
  void pv18_reverseStress() {
    double[][] covariance = {{.04, .02, .03}, {.02, .03, .02}, {.03, .02, .09}};
    LikeliestMove stress = LikeliestMove.of(new double[] {100, 50, 80}, covariance);
    assertThat(stress.likeliest(30))
        .containsExactly(new double[] {-0.117398202, -0.080909572, -0.177683765}, within(PRINTED));
    assertThat(stress.distance(30)).isCloseTo(0.689883075, within(PRINTED));
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> new FirstPassage(100, 101, 0, 0.8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("barrier 101.0 is out of bounds");
    assertThatThrownBy(() -> new AmplifiedFailure(0.3, 0.8).probability(1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gain 1.0 is out of bounds");
    assertThatThrownBy(() -> LikeliestMove.of(new double[] {0}, new double[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("variance");
  }
}
