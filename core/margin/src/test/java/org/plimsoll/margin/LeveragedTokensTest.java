package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.units.LeveragedTokenKind.BEAR;
import static org.plimsoll.units.LeveragedTokenKind.BULL;
import static org.plimsoll.units.LeveragedTokenKind.HALF;
import static org.plimsoll.units.LeveragedTokenKind.HEDGE;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.units.Exact;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Rounding;

class LeveragedTokensTest {
  private static final long DOLLAR = 1_000_000;
  private static final long COIN = 1_000_000_000;
  private static final LeveragedTokens ETHBULL = new LeveragedTokens(BULL, 9, 6);

  /// -20,000 dollars and 150 ETH at 210: NAV 11,500, exposure 31,500, leverage 2.74.
  @Test
  void rules_section7_shouldBringEthbullBackToThreeTimes() {
    long markE9 = e9("210");
    long nav = ETHBULL.nav(-20_000 * DOLLAR, 150 * COIN, markE9);
    assertThat(nav).isEqualTo(11_500 * DOLLAR);
    assertThat(Exact.mulDiv(31_500 * DOLLAR, Exact.ONE_E9, nav, Rounding.FLOOR))
        .isEqualTo(2_739_130_434L);
    long bought = ETHBULL.rebalance(nav, markE9, 150 * COIN);
    assertThat(bought).isEqualTo(14_285_714_285L);
    assertThat(ETHBULL.rebalance(nav, markE9, 150 * COIN + bought)).isZero();
  }

  @ParameterizedTest(name = "section 7, pv18: {0} over {1}: {2}")
  @CsvSource({
    "BULL, 10000 11000 10000, 0.945454545",
    "BULL, 10000 11000 12100, 1.69",
    "BULL, 10000 9500 9000, 0.715789474",
    "BULL, 100 90 100, 0.933333333",
    "BEAR, 100 110 100, 0.890909091",
    "BULL, 100 105 100.8 103.824 97.59456 99.5464512, 0.958797136",
    "BEAR, 100 105 100.8 103.824 97.59456 99.5464512, 0.960922144"
  })
  void pv18_shouldCompoundFromDayToDay(LeveragedTokenKind kind, String prices, BigDecimal ratio) {
    assertThat(ratioE9(kind, prices.split(" ", -1))).isCloseTo(e9(ratio.toString()), within(2L));
  }

  /// Per mille moves that reach four thirds of the target, just not and just so.
  @ParameterizedTest(name = "section 7: {0} at {1}: {2}")
  @CsvSource({
    "BULL, 888.888889, false",
    "BULL, 888.888888, true",
    "BEAR, 1066.666666, false",
    "BEAR, 1066.666667, true",
    "HEDGE, 1142.857142, false",
    "HEDGE, 1142.857143, true",
    "HALF, 1999.999999, false",
    "HALF, 2000, true"
  })
  void rules_section7_shouldRebalanceAtOnceAThirdAboveTheTarget(
      LeveragedTokenKind kind, String price, boolean expected) {
    LeveragedTokens tokens = new LeveragedTokens(kind, 9, 9);
    long position = kind.targetE9() * 1_000;
    long cash = 1_000_000 * COIN - kind.targetE9() * 1_000_000;
    long nav = tokens.nav(cash, position, e9(price));
    assertThat(tokens.isOverleveraged(nav, e9(price), position)).isEqualTo(expected);
    if (expected) {
      long trade = tokens.rebalance(nav, e9(price), position);
      assertThat(Long.signum(trade)).isEqualTo(-Long.signum(position));
    }
  }

  @Test
  void shouldCloseThePositionOfAnAccountThatIsWorthNothing() {
    assertThat(ETHBULL.rebalance(0, e9("1"), 5)).isEqualTo(-5);
    assertThat(ETHBULL.rebalance(-10, e9("1"), 5)).isEqualTo(-5);
    assertThat(ETHBULL.isOverleveraged(-10, e9("1"), 5_000)).isTrue();
    assertThat(ETHBULL.isOverleveraged(-10, e9("1"), 0)).isFalse();
  }

  @Test
  void shouldHaveTheFourTargets() {
    assertThat(BULL.targetE9()).isEqualTo(3_000_000_000L);
    assertThat(BEAR.targetE9()).isEqualTo(-3_000_000_000L);
    assertThat(HEDGE.targetE9()).isEqualTo(-1_000_000_000L);
    assertThat(HALF.targetE9()).isEqualTo(500_000_000L);
  }

  @Test
  void shouldStopATargetThatDoesNotFit() {
    assertThat(ETHBULL.rebalance(Long.MAX_VALUE, 1, 0)).isEqualTo(1L << 62);
    assertThat(new LeveragedTokens(BEAR, 9, 0).rebalance(Long.MAX_VALUE, 1, 1L << 62))
        .isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void shouldNeverEndAboveTheTarget() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 50_000; i++) {
      LeveragedTokenKind kind =
          LeveragedTokenKind.values()[random.nextInt(LeveragedTokenKind.values().length)];
      LeveragedTokens tokens = new LeveragedTokens(kind, random.nextInt(10), 6);
      long markE9 = 1 + random.nextLong(e9("100000"));
      long nav = 1 + (random.nextLong(50_000_000_000_000_000L) >> random.nextInt(50));
      long position = random.nextLong(1L << 40) - (1L << 39);
      BigDecimal target = BigDecimal.valueOf(position + tokens.rebalance(nav, markE9, position));
      BigDecimal exposure =
          target.multiply(BigDecimal.valueOf(markE9, 9)).movePointLeft(tokens.decimals());
      BigDecimal wanted =
          BigDecimal.valueOf(nav, 6).multiply(BigDecimal.valueOf(kind.targetE9(), 9));
      assertThat(exposure.abs()).isLessThanOrEqualTo(wanted.abs());
      assertThat(target.signum() * wanted.signum()).isNotNegative();
    }
  }

  @Test
  void rules_section7_shouldChargeATenthOfAPercentToCreateAndRedeem() {
    assertThat(LeveragedTokens.creationValue(100, 11_500 * DOLLAR, 1_000))
        .isEqualTo(1_150 * DOLLAR);
    assertThat(LeveragedTokens.redemptionValue(100, 11_500 * DOLLAR, 1_000))
        .isEqualTo(1_150 * DOLLAR);
    assertThat(LeveragedTokens.creationFee(1_150 * DOLLAR)).isEqualTo(1_150_000);
  }

  @Test
  void shouldRoundCreationUpAndRedemptionDown() {
    assertThat(LeveragedTokens.creationValue(1, 10, 3)).isEqualTo(4);
    assertThat(LeveragedTokens.redemptionValue(1, 10, 3)).isEqualTo(3);
    assertThat(LeveragedTokens.redemptionValue(3, -1, 3)).isZero();
    assertThat(LeveragedTokens.redemptionValue(1, 2, 3)).isZero();
    assertThat(LeveragedTokens.creationFee(1)).isEqualTo(1);
    assertThat(LeveragedTokens.creationFee(1_001)).isEqualTo(2);
    assertThat(LeveragedTokens.creationFee(0)).isZero();
    assertThat(LeveragedTokens.creationValue(Long.MAX_VALUE, 2, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(LeveragedTokens.redemptionValue(Long.MAX_VALUE, 2, 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void rules_section7_shouldChargeThreeHundredthsOfAPercentADay() {
    assertThat(LeveragedTokens.managementFee(11_500 * DOLLAR)).isEqualTo(3_450_000);
    assertThat(LeveragedTokens.managementFee(1)).isEqualTo(1);
    assertThat(LeveragedTokens.managementFee(-1)).isZero();
  }

  /// The net asset value after the last price over that at the first, of a token that rebalances at
  /// each price.
  private static long ratioE9(LeveragedTokenKind kind, String... prices) {
    LeveragedTokens tokens = new LeveragedTokens(kind, 9, 9);
    long start = 1_000_000 * COIN;
    long cash = start;
    long position = 0;
    long nav = start;
    for (String price : prices) {
      nav = tokens.nav(cash, position, e9(price));
      long trade = tokens.rebalance(nav, e9(price), position);
      cash -= Exact.value(trade, e9(price), 9, 9, Rounding.CEILING);
      position += trade;
    }
    return Exact.mulDiv(nav, Exact.ONE_E9, start, Rounding.FLOOR);
  }

  private static long e9(String price) {
    return new BigDecimal(price).movePointRight(9).longValueExact();
  }
}
