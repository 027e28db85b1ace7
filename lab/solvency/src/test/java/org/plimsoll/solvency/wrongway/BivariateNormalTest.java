package org.plimsoll.solvency.wrongway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BivariateNormalTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.99, -0.5, 0, 0.3, 0.9, 0.93, 0.999, 1})
  void shouldGiveTheOrthantByTheArcSine(double correlation) {
    double orthant = 0.25 + StrictMath.asin(correlation) / (2 * StrictMath.PI);
    assertThat(new BivariateNormal(correlation).below(0, 0)).isCloseTo(orthant, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.3, 0.2",
    "-1.2, 0.4, 0.6",
    "1.5, 1.4, 0.95",
    "-0.3, -0.35, 0.97",
    "2, -1, -0.96",
    "-1.6448536, -1.2, 0.99",
    "0.7, 0.1, -0.999",
    "-3, -2.5, 0.92",
    "-3, -2.5, 0.93"
  })
  void shouldBeTheIntegralOfTheConditionalNormal(double x, double y, double correlation) {
    double spread = StrictMath.sqrt(1 - correlation * correlation);
    double integral =
        new IterativeLegendreGaussIntegrator(15, 1e-13, 1e-15)
            .integrate(
                1_000_000,
                u ->
                    NORMAL.density(u)
                        * NORMAL.cumulativeProbability((y - correlation * u) / spread),
                -10,
                x);
    assertThat(new BivariateNormal(correlation).below(x, y)).isCloseTo(integral, within(1e-12));
  }

  @Test
  void shouldLeaveOneVariableWhereTheOtherIsUnbounded() {
    BivariateNormal pair = new BivariateNormal(0.4);
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(pair.below(0.7, infinity)).isEqualTo(NORMAL.cumulativeProbability(0.7));
    assertThat(pair.below(infinity, 0.7)).isEqualTo(NORMAL.cumulativeProbability(0.7));
    assertThat(pair.below(-infinity, 0.7)).isZero();
    assertThat(pair.below(0.7, -infinity)).isZero();
  }

  @Test
  void shouldRefuseACorrelationBeyondOne() {
    assertThatThrownBy(() -> new BivariateNormal(1.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("correlation 1.01 is out of bounds");
  }
}
