package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.units.MarginStage.AUTO_CLOSE;
import static org.plimsoll.units.MarginStage.BANKRUPT;
import static org.plimsoll.units.MarginStage.HEALTHY;
import static org.plimsoll.units.MarginStage.LIQUIDATING;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.MarginStage;

class AccountMarginTest {
  private static final long DOLLAR = 1_000_000;

  /// The flow chart of the help page: 5 million long, bought with 1 million. It does not print its
  /// maintenance fraction; with 5 % the stages are those that it names.
  @ParameterizedTest(name = "pv17 {0} per mille down: equity {1}, {2}")
  @CsvSource({
    "110, 450000, HEALTHY",
    "165, 175000, LIQUIDATING",
    "185, 75000, AUTO_CLOSE",
    "205, -25000, BANKRUPT"
  })
  void pv17_shouldGoThroughTheStagesOfTheFlowChart(long drop, long equity, MarginStage stage) {
    long notional = 5_000 * (1_000 - drop) * DOLLAR;
    long value = 1_000_000 * DOLLAR - 5_000 * drop * DOLLAR;
    assertThat(value).isEqualTo(equity * DOLLAR);
    assertThat(
            AccountMargin.stage(value, PositionMargin.requirement(notional, 50_000_000), notional))
        .isEqualTo(stage);
  }

  /// 1,000 dollars, 2 BTC bought at 10,000: the margin fraction is 3 % at 9,793.814433 and 1.5 % at
  /// 9,644.670051 (the page prints about 9,795 and 9,646).
  @ParameterizedTest(name = "pv17 at {0}: {1}")
  @CsvSource({
    "9793.814433, HEALTHY",
    "9793.814432, LIQUIDATING",
    "9644.670051, LIQUIDATING",
    "9644.670050, AUTO_CLOSE",
    "9500.000000, AUTO_CLOSE",
    "9499.999999, BANKRUPT"
  })
  void pv17_shouldPassTheStagesOfTheBackstopExampleAtItsPrices(BigDecimal mark, MarginStage stage) {
    long markMicros = mark.movePointRight(6).longValueExact();
    long value = 1_000 * DOLLAR + 2 * (markMicros - 10_000 * DOLLAR);
    long notional = 2 * markMicros;
    assertThat(
            AccountMargin.stage(value, PositionMargin.requirement(notional, 30_000_000), notional))
        .isEqualTo(stage);
  }

  @ParameterizedTest(name = "pv17 maintenance {0} of 10,000: auto-close {1}")
  @CsvSource({"300, 150", "380, 190", "600, 300", "1200, 600", "1300, 700", "10000, 9400", "0, 0"})
  void pv17_shouldAutoCloseAtHalfTheMaintenanceOrSixPointsBelowIt(long maintenance, long expected) {
    assertThat(AccountMargin.autoCloseRequirement(maintenance, 10_000)).isEqualTo(expected);
  }

  @Test
  void shouldRoundAutoCloseUp() {
    assertThat(AccountMargin.autoCloseRequirement(3, 1_000)).isEqualTo(2);
    assertThat(AccountMargin.autoCloseRequirement(10, 99)).isEqualTo(5);
    assertThat(AccountMargin.autoCloseRequirement(12, 99)).isEqualTo(7);
  }

  @Test
  void shouldCallAnAccountThatOwesAndOwnsNothingHealthy() {
    assertThat(AccountMargin.stage(0, 0, 0)).isEqualTo(HEALTHY);
    assertThat(AccountMargin.stage(-1, 0, 0)).isEqualTo(BANKRUPT);
    assertThat(AccountMargin.stage(0, 1, 1)).isEqualTo(AUTO_CLOSE);
    assertThat(AccountMargin.stage(1, 2, 100)).isEqualTo(LIQUIDATING);
  }

  @Test
  void shouldFindTheStageThatTheFractionsNameWithoutDividing() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      long notional = 1 + (random.nextLong(Long.MAX_VALUE) >> random.nextInt(60));
      long maintenance = random.nextLong(notional) + 1;
      long value = edge(random, maintenance, notional);
      assertThat(AccountMargin.stage(value, maintenance, notional))
          .isEqualTo(byFractions(value, maintenance, notional));
    }
  }

  /// 1,000 dollars and 2 BTC bought at 10,000 at leverage 20: the requirement is 5 % of the
  /// notional.
  @Test
  void rules_section2_shouldNotCountAProfitBeforeItIsRealized() {
    assertThat(AccountMargin.freeCollateral(1_000, 0, 1_000)).isZero();
    assertThat(AccountMargin.freeCollateral(1_000, 400, 1_020)).isEqualTo(-20);
    assertThat(AccountMargin.freeCollateral(1_000, -400, 980)).isEqualTo(-380);
    long edge = (1L << 61) - 1;
    assertThat(AccountMargin.freeCollateral(-edge, -edge, edge)).isEqualTo(-3 * edge);
  }

  @Test
  void shouldShowTheMarginFractionRoundedDown() {
    assertThat(AccountMargin.marginFractionE9(1_000, 20_000)).isEqualTo(50_000_000);
    assertThat(AccountMargin.marginFractionE9(1, 3)).isEqualTo(333_333_333);
    assertThat(AccountMargin.marginFractionE9(-1, 3)).isEqualTo(-333_333_334);
    assertThat(AccountMargin.marginFractionE9(5, 0)).isEqualTo(Long.MAX_VALUE);
    assertThat(AccountMargin.marginFractionE9(-5, 0)).isEqualTo(Long.MIN_VALUE);
    assertThat(AccountMargin.marginFractionE9(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(AccountMargin.marginFractionE9(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
    assertThat(AccountMargin.marginFractionE9(-9_223_372_035L, 1))
        .isEqualTo(-9_223_372_035_000_000_000L);
  }

  /// A value near one of the three limits, or anywhere.
  private static long edge(SplittableRandom random, long maintenance, long notional) {
    long[] limits = {0, maintenance, maintenance / 2, maintenance - notional / 100 * 6, notional};
    long limit = limits[random.nextInt(limits.length)];
    return random.nextBoolean() ? limit : limit - 1 + random.nextInt(3);
  }

  private static MarginStage byFractions(long value, long maintenance, long notional) {
    BigInteger v = BigInteger.valueOf(value);
    BigInteger m = BigInteger.valueOf(maintenance);
    BigInteger n = BigInteger.valueOf(notional);
    if (v.compareTo(m) >= 0) {
      return HEALTHY;
    }
    if (v.signum() < 0) {
      return BANKRUPT;
    }
    boolean half = v.shiftLeft(1).compareTo(m) >= 0;
    BigInteger hundred = BigInteger.valueOf(100);
    boolean gap =
        v.multiply(hundred)
                .compareTo(m.multiply(hundred).subtract(n.multiply(BigInteger.valueOf(6))))
            >= 0;
    return half && gap ? LIQUIDATING : AUTO_CLOSE;
  }

  /// "Starts at 1.5 % for 20x or below and 0.3 % for 50x or above": of a notional of 10,000.
  @ParameterizedTest(name = "leverage {0}: {1}")
  @CsvSource({"20, 150", "50, 30", "101, 30"})
  void rules_section2_shouldStartAutoCloseAtThePublishedFractions(int leverage, long expected) {
    long floorE9 = MarginProfile.maintenanceFloorE9(leverage);
    assertThat(
            AccountMargin.autoCloseRequirement(PositionMargin.requirement(10_000, floorE9), 10_000))
        .isEqualTo(expected);
  }
}
