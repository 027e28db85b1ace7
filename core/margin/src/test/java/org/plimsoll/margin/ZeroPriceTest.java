package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

class ZeroPriceTest {
  private static final long DOLLAR = 1_000_000;
  private static final long COIN = 100_000_000;

  /// 2 BTC bought at 10,000 with 1,000 dollars: zero price 9,500 whatever the mark.
  @Test
  void pv17_shouldHaveOneZeroPriceAtEveryMark() {
    for (long mark = 9_000; mark <= 11_000; mark += 100) {
      long value = (1_000 + 2 * (mark - 10_000)) * DOLLAR;
      assertThat(ZeroPrice.e9(true, e9(mark), value, 2 * mark * DOLLAR)).isEqualTo(e9(9_500));
    }
  }

  @Test
  void pv17_shouldGiveTheBackstopSideTwoThirdsOfTheWayToTheZeroPrice() {
    assertThat(ZeroPrice.backstopE9(true, e9(9_500), 9_644_670_050_761L))
        .isEqualTo(9_548_223_350_254L);
    assertThat(ZeroPrice.backstopE9(true, e9(9_500), e9(9_650))).isEqualTo(e9(9_550));
    assertThat(ZeroPrice.backstopE9(false, e9(10_500), e9(10_350))).isEqualTo(e9(10_450));
  }

  /// Of the 1.5 % left, 0.5 % goes to the fund: at 10,000 that is 150 dollars and 50.
  @Test
  void rules_section3_shouldLeaveAThirdOfWhatIsLeftToTheFund() {
    long zeroE9 = ZeroPrice.e9(true, e9(10_000), 150 * DOLLAR, 10_000 * DOLLAR);
    assertThat(zeroE9).isEqualTo(e9(9_850));
    assertThat(ZeroPrice.backstopE9(true, zeroE9, e9(10_000)) - zeroE9).isEqualTo(e9(50));
  }

  @Test
  void shouldRoundTheBackstopPriceToTheFundsFavor() {
    assertThat(ZeroPrice.backstopE9(true, 10, 11)).isEqualTo(11);
    assertThat(ZeroPrice.backstopE9(false, 11, 10)).isEqualTo(10);
    assertThat(ZeroPrice.backstopE9(true, 0, Long.MAX_VALUE)).isEqualTo(3_074_457_345_618_258_603L);
    assertThat(ZeroPrice.backstopE9(false, Long.MAX_VALUE, 0))
        .isEqualTo(6_148_914_691_236_517_204L);
  }

  @Test
  void rules_section2_shouldPutTheZeroPriceOfAShortAboveTheMark() {
    assertThat(ZeroPrice.e9(false, e9(100), 5, 100)).isEqualTo(e9(105));
    assertThat(ZeroPrice.e9(true, e9(100), 5, 100)).isEqualTo(e9(95));
    assertThat(ZeroPrice.e9(true, e9(100), -5, 100)).isEqualTo(e9(105));
    assertThat(ZeroPrice.e9(false, e9(100), -5, 100)).isEqualTo(e9(95));
  }

  @Test
  void shouldHaveZeroPriceZeroWhereALongCannotLoseItAll() {
    assertThat(ZeroPrice.e9(true, e9(100), 100, 100)).isZero();
    assertThat(ZeroPrice.e9(true, e9(100), (1L << 62) - 1, 1)).isZero();
    assertThat(ZeroPrice.e9(false, Long.MAX_VALUE, (1L << 62) - 1, (1L << 62) - 1))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(ZeroPrice.e9(false, e9(100), 1 - (1L << 62), 1)).isZero();
  }

  /// Two positions with requirements of 30 and 90 and a value of 60: 15 and 45 stand behind them.
  @Test
  void rules_section2_shouldDivideTheValueByMaintenanceRequirements() {
    long small = ZeroPrice.share(60, 30, 120);
    long large = ZeroPrice.share(60, 90, 120);
    assertThat(small).isEqualTo(15);
    assertThat(large).isEqualTo(45);
    assertThat(ZeroPrice.e9(true, e9(100), small, 1_000)).isEqualTo(98_500_000_000L);
    assertThat(ZeroPrice.e9(false, e9(50), large, 1_500)).isEqualTo(51_500_000_000L);
    assertThat(ZeroPrice.share(-61, 30, 120)).isEqualTo(-16);
  }

  @Test
  void shouldNeverLeaveAnAccountBelowZeroThatIsClosedAtItsPositionsZeroPrices() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50_000; i++) {
      assertClosedOut(random, 1 + random.nextInt(5));
    }
  }

  /// Closes all positions of an account and asks that nothing is missing, and that what is left is
  /// no more than rounding: a unit for each share and each value, and a billionth for each coin.
  private static void assertClosedOut(SplittableRandom random, int count) {
    long[] sizes = new long[count];
    long[] marksE9 = new long[count];
    long[] notionals = new long[count];
    long sum = 0;
    for (int k = 0; k < count; k++) {
      sizes[k] = (1 + random.nextLong(1_000_000 * COIN)) >> random.nextInt(30);
      sizes[k] = Math.max(COIN, sizes[k]);
      marksE9[k] = 1_000_000_000L + random.nextLong(e9(50_000));
      notionals[k] = Exact.value(sizes[k], marksE9[k], 8, 6, Rounding.FLOOR);
      sum += notionals[k];
    }
    long value = random.nextLong(sum / 10 / count + 1) - sum / 20 / count;
    BigInteger left = scaled(value);
    for (int k = 0; k < count; k++) {
      boolean isLong = random.nextBoolean();
      long zeroE9 =
          ZeroPrice.e9(isLong, marksE9[k], ZeroPrice.share(value, notionals[k], sum), notionals[k]);
      BigInteger move = BigInteger.valueOf(isLong ? zeroE9 - marksE9[k] : marksE9[k] - zeroE9);
      left = left.add(move.multiply(BigInteger.valueOf(sizes[k])));
    }
    BigInteger dust = BigInteger.ZERO;
    for (int k = 0; k < count; k++) {
      dust = dust.add(BigInteger.valueOf(sizes[k])).add(scaled(2));
    }
    assertThat(left).isBetween(scaled(-count), dust);
  }

  /// An amount in millionths, in the unit of a product of 8 decimals with billionths.
  private static BigInteger scaled(long amount) {
    return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(11));
  }

  private static long e9(long whole) {
    return whole * Exact.ONE_E9;
  }
}
