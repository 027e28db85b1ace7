package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginProfile;

class PositionMarginTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final PositionMargin BTC =
      new PositionMargin(2_000_000, 8, Exact.ONE_E9, Exact.ONE_E9);

  @ParameterizedTest(name = "pv17 {0} coins at 20x: initial {1}, maintenance {2}")
  @CsvSource({
    "400, 0.05, 0.03",
    "1000, 0.063245554, 0.037947332",
    "2500, 0.1, 0.06",
    "10000, 0.2, 0.12"
  })
  void pv17_shouldAskMoreForALargePosition(long coins, BigDecimal initial, BigDecimal maintenance) {
    assertThat(BTC.initialE9(MarginProfile.initialFloorE9(20), coins * 100_000_000L))
        .isEqualTo(e9(initial));
    assertThat(BTC.maintenanceE9(MarginProfile.maintenanceFloorE9(20), coins * 100_000_000L))
        .isEqualTo(e9(maintenance));
  }

  /// 500 million coins at a factor of 0.00025: more than five times the notional, which no position
  /// is asked for.
  @Test
  void pv17_shouldAskNoMoreThanTheNotionalOfAVeryLargePosition() {
    PositionMargin mango = new PositionMargin(250_000, 6, Exact.ONE_E9, Exact.ONE_E9);
    long fractionE9 = mango.initialE9(MarginProfile.initialFloorE9(20), 500_000_000_000_000L);
    assertThat(fractionE9).isEqualTo(5_590_169_944L);
    assertThat(PositionMargin.requirement(1_000_000, fractionE9)).isEqualTo(1_000_000);
  }

  @Test
  void rules_section2_shouldLeaveBothFloorsAt625Bitcoin() {
    long atTheFloor = 625 * 100_000_000L;
    assertThat(BTC.initialE9(50_000_000, atTheFloor)).isEqualTo(50_000_000);
    assertThat(BTC.initialE9(50_000_000, atTheFloor + 100)).isEqualTo(50_000_001);
    assertThat(BTC.maintenanceE9(30_000_000, atTheFloor)).isEqualTo(30_000_000);
    assertThat(BTC.maintenanceE9(30_000_000, atTheFloor + 100)).isEqualTo(30_000_001);
  }

  @Test
  void shouldMultiplyEachFractionByItsWeight() {
    PositionMargin weighted = new PositionMargin(2_000_000, 8, 1_500_000_000L, 2_000_000_000L);
    assertThat(weighted.initialE9(50_000_000, 0)).isEqualTo(75_000_000);
    assertThat(weighted.maintenanceE9(30_000_000, 0)).isEqualTo(60_000_000);
  }

  @Test
  void shouldRoundARequirementUp() {
    assertThat(PositionMargin.requirement(1, 1)).isEqualTo(1);
    assertThat(PositionMargin.requirement(0, Long.MAX_VALUE)).isZero();
    assertThat(PositionMargin.requirement(Long.MAX_VALUE, Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldStopAtTheLargestNumberWhereAWeightIsTooLarge() {
    PositionMargin heavy = new PositionMargin(Exact.ONE_E9, 0, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(heavy.initialE9(0, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(heavy.maintenanceE9(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldBeWithinTwoBillionthsOfTheFormulasForEverySize() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 20_000; i++) {
      long factor = random.nextLong(1_000_000_001) >> random.nextInt(30);
      long size = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
      int decimals = random.nextInt(10);
      BigDecimal growth =
          new BigDecimal(BigInteger.valueOf(size))
              .movePointLeft(decimals)
              .sqrt(DIGITS)
              .multiply(BigDecimal.valueOf(factor, 9), DIGITS);
      PositionMargin terms = new PositionMargin(factor, decimals, Exact.ONE_E9, Exact.ONE_E9);
      assertNear(growth.max(new BigDecimal("0.05")), terms.initialE9(50_000_000, size));
      BigDecimal maintenance = growth.multiply(new BigDecimal("0.6"), DIGITS);
      assertNear(maintenance.max(new BigDecimal("0.03")), terms.maintenanceE9(30_000_000, size));
    }
  }

  private static void assertNear(BigDecimal exact, long actualE9) {
    BigDecimal error = BigDecimal.valueOf(actualE9).subtract(exact.movePointRight(9));
    assertThat(error).isBetween(BigDecimal.ONE.negate(), BigDecimal.TWO);
  }

  private static long e9(BigDecimal value) {
    return value.movePointRight(9).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
  }

  /// 5 % at a factor of 0.002 is flat up to 625 coins.
  @Test
  void shouldSayUpToWhichSizeTheBaseIsAll() {
    PositionMargin terms = new PositionMargin(2_000_000, 4, 1_000_000_000, 1_000_000_000);
    long flat = terms.flatUpTo(50_000_000);
    assertThat(flat).isEqualTo(6_250_000);
    assertThat(terms.initialE9(50_000_000, flat)).isEqualTo(50_000_000);
    assertThat(terms.initialE9(50_000_000, flat + 1)).isGreaterThan(50_000_000);
  }
}
