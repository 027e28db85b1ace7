package org.plimsoll.solvency.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExponentialImpactTest {
  private static final Offset<Double> TIGHT = Offset.offset(1e-6);
  private final ExponentialImpact market = new ExponentialImpact(20, 100_000);

  @Test
  void shouldLeaveThePriceAtTheMarkWhenNothingIsSold() {
    assertThat(market.priceAfter(0)).isEqualTo(20);
    assertThat(market.proceeds(0)).isZero();
  }

  @Test
  void shouldTakeOneLogUnitOffThePriceWhenTheDepthIsSold() {
    assertThat(market.priceAfter(100_000)).isCloseTo(20 / StrictMath.E, TIGHT);
  }

  @Test
  void shouldBringTheSameAtOnceOrInTwoBlocks() {
    ExponentialImpact after = new ExponentialImpact(market.priceAfter(60_000), 100_000);
    assertThat(market.proceeds(60_000) + after.proceeds(90_000))
        .isCloseTo(market.proceeds(150_000), TIGHT);
  }

  @Test
  void shouldFindTheQuantityThatBringsTheCash() {
    assertThat(market.tokensFor(market.proceeds(150_000))).isCloseTo(150_000, TIGHT);
    assertThat(market.tokensFor(0)).isZero();
  }

  @Test
  void shouldNeverBringTheWholeDepthInMoney() {
    assertThat(market.proceeds(1e9)).isLessThanOrEqualTo(2_000_000);
    assertThat(market.tokensFor(2_000_000)).isInfinite();
  }

  @Test
  void shouldKeepItsDepthEverywhere() {
    assertThat(market.localDepth(0)).isEqualTo(100_000);
    assertThat(market.localDepth(250_000)).isEqualTo(100_000);
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new ExponentialImpact(-1, 1)).hasMessageContaining("price");
    assertThatThrownBy(() -> new ExponentialImpact(1, 0)).hasMessageContaining("depth");
    assertThatThrownBy(() -> new ExponentialImpact(Double.NaN, 1)).hasMessageContaining("price");
    assertThatThrownBy(() -> market.proceeds(-1)).hasMessageContaining("quantity");
    assertThatThrownBy(() -> market.tokensFor(-1)).hasMessageContaining("cash");
    assertThatThrownBy(() -> new CollateralSale(0, 1)).hasMessageContaining("positive");
  }

  @Test
  void shouldNeedInfiniteDepthWhereTheMarkItselfDoesNotCoverTheDebt() {
    assertThat(new CollateralSale(100, 2_000).criticalDepth(20)).isInfinite();
    assertThatThrownBy(() -> new CollateralSale(1, 1).criticalDepth(1e9))
        .hasMessageContaining("negligible");
  }

  @Test
  void shouldJustCoverTheDebtAtTheCriticalDepth() {
    CollateralSale sale = new CollateralSale(150_000, 2_000_000);
    double depth = sale.criticalDepth(20);
    assertThat(new ExponentialImpact(20, depth).proceeds(150_000)).isCloseTo(2_000_000, TIGHT);
    assertThat(sale.breakEvenMark(depth)).isCloseTo(20, TIGHT);
  }
}
