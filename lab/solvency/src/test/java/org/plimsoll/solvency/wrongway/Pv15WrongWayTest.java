package org.plimsoll.solvency.wrongway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.wrongway.ExposureLinkedHazard.Outcome;

class Pv15WrongWayTest {
  private static final double PRINTED = 1e-9;
  private static final ConditionalCollateral LOAN =
      new ConditionalCollateral(150, 0, 0.8, 1, 0.05, 0);

  @ParameterizedTest
  @CsvSource({
    "-0.3, 240.097213, 1.6006, 0.225000379, 7.185494, 0.359275",
    "0, 150, 1, 0.457461374, 18.408940, 0.920447",
    "0.3, 89.174404, 0.5945, 0.702925039, 33.993889, 1.699694",
    "0.6, 50.398243, 0.3360, 0.914083791, 53.086206, 2.654310",
    "0.9, 27.055797, 0.1804, 0.999818255, 72.946004, 3.647300"
  })
  void pv15_collateralInDefaultByCorrelation(
      double correlation, double mean, double ratio, double shortfall, double loss, double el) {
    ConditionalCollateral loan = LOAN.withCorrelation(correlation);
    assertThat(loan.expectedGivenDefault()).isCloseTo(mean, within(6e-7));
    assertThat(loan.wrongWayRatio()).isCloseTo(ratio, within(6e-5));
    assertThat(loan.shortfallProbability(100)).isCloseTo(shortfall, within(PRINTED));
    assertThat(loan.lossGivenDefault(100)).isCloseTo(loss, within(6e-7));
    assertThat(loan.expectedLoss(100)).isCloseTo(el, within(6e-7));
  }

  @Test
  void pv15_conditionalHaircutsOverTheRangeOfCorrelations() {
    ConditionalCollateral twoWeeks = new ConditionalCollateral(1, 0, 0.8, 14 / 365.0, 0.05, -0.2);
    List<CorrelationRange.Row> rows = CorrelationRange.of(twoWeeks, 0.5, 0.05).rows();
    double[] correlations = {0, 0.3, 0.6, 0.9};
    double[] haircuts = {0.2366099, 0.3001148, 0.3437292, 0.3634288};
    assertThat(rows).hasSize(4);
    IntStream.range(0, 4)
        .forEach(i -> {
          CorrelationRange.Row row = rows.get(i);
          ConditionalCollateral same = twoWeeks.withCorrelation(correlations[i]);
          assertThat(row.haircut()).isCloseTo(haircuts[i], within(6e-8));
          assertThat(row.correlation()).isEqualTo(correlations[i]);
          assertThat(row.ratio()).isEqualTo(same.wrongWayRatio());
          assertThat(row.lossGivenDefault()).isEqualTo(same.lossGivenDefault(0.5));
          assertThat(row.lossMultiple()).isEqualTo(same.lossMultiple(0.5));
        });
  }

  @Test
  void pv15_lossMultipleIsOneWithoutCorrelation() {
    assertThat(LOAN.lossMultiple(100)).isEqualTo(1);
    assertThat(LOAN.withCorrelation(0.6).lossMultiple(100))
        .isCloseTo(53.086206 / 18.408940, within(1e-6));
  }

  @Test
  void pv15_jumpAtDefaultRecoversFortyFive() {
    JumpAtDefault jump = new JumpAtDefault(150, 0.7);
    assertThat(jump.recovery(100)).isCloseTo(45, within(1e-12));
    assertThat(jump.lossGivenDefault(100)).isCloseTo(0.55, within(1e-14));
    assertThat(new JumpAtDefault(150, 0.1).recovery(100)).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "0, -2.970195249, 0.55, 1",
    "0.02, -3.187721123, 1.066740489, 1.939528",
    "0.05, -4.030473541, 2.036410619, 3.702565",
  })
  void pv15_hullWhiteLevelsAndLosses(double slope, double level, double loss, double multiple) {
    ExposureLinkedHazard hazard = hazard(slope);
    assertThat(hazard.level()).isCloseTo(level, within(PRINTED));
    assertThat(hazard.expectedLoss()).isCloseTo(loss, within(PRINTED));
    assertThat(hazard.multiple()).isCloseTo(multiple, within(6e-7));
  }

  @Test
  void pv15_hullWhiteIsRightWayAtANegativeSlope() {
    assertThat(hazard(-0.02).expectedLoss()).isCloseTo(0.256008131, within(PRINTED));
    assertThat(hazard(-0.02).multiple()).isCloseTo(0.465469, within(6e-7));
  }

  @Test
  void shouldRefuseProbabilitiesThatDoNotSumToOne() {
    List<Outcome> outcomes = List.of(new Outcome(10, 0.5), new Outcome(20, 0.4));
    assertThatThrownBy(() -> new ExposureLinkedHazard(outcomes, 0.05, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sum of probabilities");
  }

  private static ExposureLinkedHazard hazard(double slope) {
    return new ExposureLinkedHazard(
        List.of(
            new Outcome(-40, 0.1),
            new Outcome(-10, 0.25),
            new Outcome(0, 0.3),
            new Outcome(20, 0.25),
            new Outcome(60, 0.1)),
        0.05,
        slope);
  }
}
