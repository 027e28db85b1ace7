package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class PriceMapTest {
  /// Five borrowers who are sold out below a price: trigger, units.
  private static double wall(double price) {
    double[] triggers = {18.75, 17.5, 16.25, 15, 12.5};
    double[] units = {10_000, 20_000, 15_000, 30_000, 25_000};
    double forced = 0;
    for (int i = 0; i < units.length; i++) {
      forced += price <= triggers[i] ? units[i] : 0;
    }
    return forced;
  }

  @Test
  void shouldFollowAWallOfThresholdsDown() {
    ExponentialImpact shallow = new ExponentialImpact(20, 200_000);
    ExponentialImpact deep = new ExponentialImpact(20, 500_000);
    assertThat(new PriceMap(shallow, 0.05, PriceMapTest::wall).finalPrice()).isEqualTo(19);
    assertThat(new PriceMap(shallow, 0.07, PriceMapTest::wall).finalPrice())
        .isCloseTo(17.692867, within(5e-7));
    assertThat(new PriceMap(shallow, 0.10, PriceMapTest::wall).finalPrice())
        .isCloseTo(10.917552, within(5e-7));
    assertThat(new PriceMap(deep, 0.10, PriceMapTest::wall).finalPrice())
        .isCloseTo(17.643576, within(5e-7));
  }

  @Test
  void shouldShowBothStatesAndThePriceBetweenThem() {
    PriceMap map =
        new PriceMap(
            new ExponentialImpact(20, 100),
            0,
            price -> 150 / (1 + StrictMath.exp((price - 12) / 0.5)));
    List<PriceMap.FixedPoint> found = map.fixedPoints(1_000);
    assertThat(found).extracting(PriceMap.FixedPoint::stable).containsExactly(true, false, true);
    for (PriceMap.FixedPoint point : found) {
      assertThat(map.value(point.price())).isCloseTo(point.price(), within(1e-9));
      assertThat(map.gain(point.price()) < 1).isEqualTo(point.stable());
    }
    assertThat(map.finalPrice()).isCloseTo(found.getLast().price(), within(1e-9));
  }

  @Test
  void shouldChartUpToThePriceBeforeTheShock() {
    PriceMap map = new PriceMap(new ExponentialImpact(20, 100), 0.1, price -> 20 - price);
    List<PriceMap.Point> chart = map.chart(10);
    assertThat(chart).hasSize(10);
    assertThat(chart.getFirst().price()).isEqualTo(2);
    assertThat(chart.getLast().price()).isEqualTo(20);
    assertThat(chart.getLast().mapped()).isEqualTo(18);
    assertThat(chart.getLast().gain()).isCloseTo(0.18, within(1e-6));
  }
}
