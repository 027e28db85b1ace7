package org.plimsoll.solvency.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.requirement.MarginedPosition.Step;

class Pv17MarginTest {
  private static final SizeScaling SCALING = new SizeScaling(20, 0.002);

  @Test
  void pv17_mangoAsksForFiveTimesThePosition() {
    assertThat(new SizeScaling(20, 0.00025).initial(500e6)).isCloseTo(5.59017, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 0.05, 0.03",
    "1000, 0.06324555, 0.03794733",
    "2500, 0.10, 0.06",
    "10000, 0.20, 0.12"
  })
  void pv17_fractionsBySize(double size, double initial, double maintenance) {
    assertThat(SCALING.initial(size)).isCloseTo(initial, within(6e-9));
    assertThat(SCALING.maintenance(size)).isCloseTo(maintenance, within(6e-9));
    assertThat(SCALING.autoClose(size))
        .isCloseTo(Math.max(maintenance / 2, maintenance - 0.06), within(6e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0.95, 0.0005, 1e4, 0.95",
    "0.95, 0.0005, 1e6, 0.733333",
    "0.9, 0.0002, 1e8, 0.366667"
  })
  void pv17_weightsByQuantity(double weight, double factor, double quantity, double effective) {
    assertThat(new CollateralWeight(weight, factor).effective(quantity))
        .isCloseTo(effective, within(4e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "0.11, 450000, HELD",
    "0.165, 175000, SOLD_IN_BOOK",
    "0.185, 75000, HANDED_OVER",
    "0.205, -25000, FUND_PAYS"
  })
  void pv17_venuesOwnFlowChart(double drop, double equity, Step step) {
    MarginedPosition position = new MarginedPosition(1_000_000, 5_000_000, 1);
    assertThat(position.equity(1 - drop)).isCloseTo(equity, within(1e-6));
    assertThat(position.step(1 - drop, 0.045, 0.0225)).isEqualTo(step);
  }

  @Test
  void pv17_backstopExample() {
    MarginedPosition position = new MarginedPosition(1_000, 2, 10_000);
    assertThat(position.markAt(0.03)).isCloseTo(9_793.814433, within(6e-7));
    assertThat(position.markAt(0.015)).isCloseTo(9_644.670051, within(6e-7));
    assertThat(position.zeroPrice()).isCloseTo(9_500, within(1e-9));
    assertThat(position.backstopPrice(position.markAt(0.015)))
        .isCloseTo(9_548.223350, within(6e-7));
    assertThat(position.handedOverPerSecond(position.markAt(0.0075), 0.015))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void pv17_ewmaPathAndItsProcyclicality() {
    double[] path =
        new EwmaVolatility(0.94).path(0.02, 0.01, -0.02, 0.015, -0.12, 0.08, -0.09, 0.03);
    assertThat(path)
        .containsExactly(
            new double[] {
              0.02,
              0.0195448203,
              0.0195724296,
              0.0193286109,
              0.0348594247,
              0.0390674893,
              0.0438257070,
              0.0431213525
            },
            within(6e-11));
    assertThat(Procyclicality.peakToTrough(path)).isCloseTo(2.267400757, within(6e-10));
    assertThat(Procyclicality.largestCall(1, path))
        .isCloseTo(0.0348594247 - 0.0193286109, within(2e-10));
    assertThat(Procyclicality.largestCall(3, path))
        .isCloseTo(0.0438257070 - 0.0193286109, within(2e-10));
    assertThat(Procyclicality.largestCall(1, 3, 2, 1)).isZero();
  }

  @Test
  void shouldNameTheZeroPriceOfAShort() {
    MarginedPosition position = new MarginedPosition(1_000, -2, 10_000);
    assertThat(position.zeroPrice()).isEqualTo(10_500);
    assertThat(position.fraction(position.markAt(0.03))).isCloseTo(0.03, within(1e-15));
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> SCALING.initial(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size -1.0 is out of bounds");
    assertThatThrownBy(() -> new CollateralWeight(0, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MarginedPosition(1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
