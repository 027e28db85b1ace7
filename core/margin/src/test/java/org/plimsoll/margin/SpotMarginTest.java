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

class SpotMarginTest {
  private static final MathContext DIGITS = new MathContext(60);

  /// The two lines of BTC are the worked numbers of the help page; the others are those of pv17.
  @ParameterizedTest(name = "pv17 weight {0}, factor {1}, {2} coins: {3}")
  @CsvSource({
    "0.975, 0.002, 1000, 0.975",
    "0.975, 0.002, 100000, 0.673831524",
    "0.95, 0.0005, 10000, 0.95",
    "0.95, 0.0005, 1000000, 0.733333333",
    "0.9, 0.0002, 100000000, 0.366666666",
    "1, 0, 1000000000, 1",
    "0, 0.002, 5, 0"
  })
  void pv17_shouldWeighLargeHoldingsLess(
      BigDecimal weight, BigDecimal factor, long coins, BigDecimal expected) {
    assertThat(SpotMargin.effectiveWeightE9(e9(weight), e9(factor), coins, 0))
        .isEqualTo(e9(expected));
  }

  @ParameterizedTest(name = "weight {0}, factor {1}, {2} coins: {3}")
  @CsvSource({
    "0.95, 0.002, 1, 0.157894737",
    "0.95, 0.002, 6232, 0.157894737",
    "0.95, 0.002, 6240, 0.157987342",
    "0.95, 0.002, 10000, 0.2",
    "1, 0, 1000000, 0.1",
    "0.5, 0.001, 4, 1.2"
  })
  void shouldAskMoreForALargeBorrowing(
      BigDecimal weight, BigDecimal factor, long coins, BigDecimal expected) {
    assertThat(SpotMargin.borrowInitialE9(e9(weight), e9(factor), coins, 0))
        .isEqualTo(e9(expected));
  }

  @ParameterizedTest(name = "section 2: weight {0}, factor {1}, {2} coins: {3}")
  @CsvSource({
    "1, 0, 1000000, 0.03",
    "0.975, 0.002, 1, 0.056410257",
    "0.975, 0.002, 10000, 0.12",
    "0.95, 0.0005, 1, 0.084210527"
  })
  void rules_section2_shouldAskLessToKeepABorrowing(
      BigDecimal weight, BigDecimal factor, long coins, BigDecimal expected) {
    assertThat(SpotMargin.borrowMaintenanceE9(e9(weight), e9(factor), coins, 0))
        .isEqualTo(e9(expected));
  }

  /// pv17: a factor of 0.00025 on 500 million coins asks 559.017 %.
  @Test
  void pv17_shouldReachTheFractionOfAVeryLargePosition() {
    assertThat(SpotMargin.borrowInitialE9(e9(new BigDecimal("0.9")), 250_000, 500_000_000, 0))
        .isEqualTo(5_590_169_944L);
  }

  @Test
  void shouldHaveNoFiniteFractionForACoinThatCountsForNothing() {
    assertThat(SpotMargin.borrowInitialE9(0, 0, 1, 8)).isEqualTo(Long.MAX_VALUE);
    assertThat(SpotMargin.borrowMaintenanceE9(0, 0, 1, 8)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldCountSizeInWholeCoinsWhateverTheDecimals() {
    long whole = SpotMargin.effectiveWeightE9(975_000_000, 2_000_000, 100_000, 0);
    long scaled = SpotMargin.effectiveWeightE9(975_000_000, 2_000_000, 10_000_000_000_000L, 8);
    assertThat(scaled).isEqualTo(whole);
  }

  @Test
  void shouldRoundAgainstTheCustomerByLessThanABillionthOrTwo() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 20_000; i++) {
      long weight = 1 + random.nextLong(1_000_000_000);
      long factor = random.nextLong(1_000_000_001) >> random.nextInt(30);
      long amount = random.nextLong(1_000_000_000_000_000_001L) >> random.nextInt(60);
      int decimals = random.nextInt(10);
      BigDecimal size = growth(factor, amount, decimals);
      BigDecimal weighed =
          new BigDecimal("1.1")
              .divide(BigDecimal.ONE.add(size), DIGITS)
              .min(BigDecimal.valueOf(weight, 9));
      BigDecimal required =
          new BigDecimal("1.1")
              .divide(BigDecimal.valueOf(weight, 9), DIGITS)
              .subtract(BigDecimal.ONE)
              .max(size);
      assertWithin(weighed, SpotMargin.effectiveWeightE9(weight, factor, amount, decimals), -4, 0);
      assertWithin(required, SpotMargin.borrowInitialE9(weight, factor, amount, decimals), -1, 2);
    }
  }

  /// Asserts `low <= actual - exact <= high` in billionths.
  private static void assertWithin(BigDecimal exact, long actualE9, int low, int high) {
    BigDecimal error = BigDecimal.valueOf(actualE9).subtract(exact.movePointRight(9));
    assertThat(error).isBetween(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  private static BigDecimal growth(long factorE9, long amount, int decimals) {
    BigDecimal root =
        new BigDecimal(BigInteger.valueOf(amount)).movePointLeft(decimals).sqrt(DIGITS);
    return BigDecimal.valueOf(factorE9, 9).multiply(root, DIGITS);
  }

  private static long e9(BigDecimal value) {
    return value.movePointRight(9).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
  }

  @Test
  void shouldSayUpToWhichAmountAWeightIsWhole() {
    long flat = SpotMargin.flatUpTo(950_000_000, 2_000_000, 8);
    assertThat(SpotMargin.effectiveWeightE9(950_000_000, 2_000_000, flat, 8))
        .isEqualTo(950_000_000);
    assertThat(SpotMargin.effectiveWeightE9(950_000_000, 2_000_000, flat + 1, 8))
        .isLessThan(950_000_000);
    assertThat(SpotMargin.flatUpTo(950_000_000, 0, 8)).isEqualTo(Long.MAX_VALUE);
    assertThat(SpotMargin.flatUpTo(0, 2_000_000, 8)).isEqualTo(Long.MAX_VALUE);
  }
}
