package org.plimsoll.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactTest {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int CASES = 200_000;
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    -2,
    9,
    10,
    1_000_000_000L,
    1_000_000_001L,
    (1L << 32) - 1,
    1L << 32,
    (1L << 32) + 1,
    1L << 62,
    -(1L << 62),
    Long.MAX_VALUE - 9,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE,
    Long.MIN_VALUE + 1,
    Long.MIN_VALUE,
    Exact.powerOfTen(18),
    Exact.powerOfTen(18) + 1,
  };

  @Test
  void shouldDivideAProductAsBigIntegersDoOverAllEdges() {
    for (long a : EDGES) {
      for (long b : EDGES) {
        for (long divisor : EDGES) {
          if (divisor > 0) {
            assertMulDiv(a, b, divisor);
          }
        }
      }
    }
  }

  @Test
  void shouldDivideAProductAsBigIntegersDoForRandomNumbersOfEveryLength() {
    SplittableRandom random = new SplittableRandom(20_260_101);
    int quotients = 0;
    for (int i = 0; i < CASES; i++) {
      long a = ofRandomLength(random);
      long b = ofRandomLength(random);
      long divisor = ofRandomLength(random) & Long.MAX_VALUE;
      quotients += assertMulDiv(a, b, Math.max(1, divisor));
    }
    assertThat(quotients).as("cases that fit 64 bits").isBetween(CASES / 2, 2 * CASES - CASES / 10);
  }

  @Test
  void shouldReturnTheSmallestLongWhereItIsTheQuotient() {
    assertThat(Exact.mulDiv(Long.MIN_VALUE, 2, 2, Rounding.FLOOR)).isEqualTo(Long.MIN_VALUE);
    assertThat(Exact.mulDiv(Long.MIN_VALUE, 2, 2, Rounding.CEILING)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void shouldRefuseADivisorThatIsNotPositive() {
    assertThatThrownBy(() -> Exact.mulDiv(1, 1, 0, Rounding.FLOOR))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> Exact.mulDiv(1, 1, -1, Rounding.FLOOR))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void shouldValueAQuantityAtAPrice() {
    long halfABitcoin = 50_000_000;
    long twentyThousand = 20_000 * Exact.ONE_E9;
    assertThat(Exact.value(halfABitcoin, twentyThousand, 8, 6, Rounding.FLOOR))
        .isEqualTo(10_000_000_000L);
    assertThat(Exact.value(1, 1, 8, 6, Rounding.FLOOR)).isZero();
    assertThat(Exact.value(1, 1, 8, 6, Rounding.CEILING)).isEqualTo(1);
  }

  @Test
  void shouldStopAValueAtTheLargestLongOnlyWhereItDoesNotFit() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < CASES; i++) {
      assertValueOrMax(
          ofRandomLength(random) & Long.MAX_VALUE,
          ofRandomLength(random) & Long.MAX_VALUE,
          random.nextInt(10),
          random.nextInt(10));
    }
    for (long amount : EDGES) {
      for (long price : EDGES) {
        for (int decimals = 0; amount >= 0 && price >= 0 && decimals <= 9; decimals++) {
          assertValueOrMax(amount, price, decimals, 0);
        }
      }
    }
  }

  @Test
  void shouldStopAQuotientAtTheLargestLongOnlyWhereItDoesNotFit() {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < CASES; i++) {
      long a = ofRandomLength(random) & Long.MAX_VALUE;
      long b = ofRandomLength(random) & Long.MAX_VALUE;
      assertMulDivOrMax(a, b, Math.max(1, ofRandomLength(random) & Long.MAX_VALUE));
      assertMulDivOrMax(a, b, Math.max(1, b - random.nextInt(3)));
    }
  }

  @Test
  void shouldNotThrowWhereOnlyRoundingUpLeaves64Bits() {
    long amount = 1_000_000_000_000_000_000L - 563;
    long priceE9 = 9_223_372_036_854_781L;
    assertThat(Exact.valueOrMax(amount, priceE9, 6, 0, Rounding.FLOOR)).isEqualTo(Long.MAX_VALUE);
    assertThat(Exact.valueOrMax(amount, priceE9, 6, 0, Rounding.CEILING)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldTakeTheSquareRootThatBigIntegersTake() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < CASES; i++) {
      assertSqrt(ofRandomLength(random) & Long.MAX_VALUE, random.nextInt(19));
    }
    for (long root = 0; root <= 3_037_000_499L; root += 9_999_991) {
      assertSqrt(root * root, 18);
      assertSqrt(Math.max(0, root * root - 1), 18);
    }
    for (int decimals = 0; decimals <= 18; decimals++) {
      assertSqrt(0, decimals);
      assertSqrt(1, decimals);
      assertSqrt(Long.MAX_VALUE, decimals);
    }
  }

  @Test
  void shouldRefuseTheSquareRootOfADebt() {
    assertThatThrownBy(() -> Exact.sqrtE9(-1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void shouldKnowThePowersOfTenThatFit() {
    assertThat(Exact.powerOfTen(0)).isEqualTo(1);
    assertThat(Exact.powerOfTen(18)).isEqualTo(1_000_000_000_000_000_000L);
    assertThatThrownBy(() -> Exact.powerOfTen(19)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Exact.powerOfTen(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Returns how many of the two roundings fit 64 bits.
  private static int assertMulDiv(long a, long b, long divisor) {
    int fitting = 0;
    for (Rounding rounding : Rounding.values()) {
      BigInteger expected = quotient(product(a, b), BigInteger.valueOf(divisor), rounding);
      String what = a + " * " + b + " / " + divisor + " " + rounding;
      if (expected.compareTo(LONG_MIN) >= 0 && expected.compareTo(LONG_MAX) <= 0) {
        assertThat(mulDivOrText(a, b, divisor, rounding)).as(what).isEqualTo(expected.toString());
        fitting++;
      } else {
        assertThat(mulDivOrText(a, b, divisor, rounding)).as(what).startsWith("quotient does not");
      }
    }
    return fitting;
  }

  private static String mulDivOrText(long a, long b, long divisor, Rounding rounding) {
    try {
      return Long.toString(Exact.mulDiv(a, b, divisor, rounding));
    } catch (ArithmeticException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void assertValueOrMax(
      long amount, long priceE9, int amountDecimals, int quoteDecimals) {
    BigInteger divisor = BigInteger.TEN.pow(9 + amountDecimals - quoteDecimals);
    for (Rounding rounding : Rounding.values()) {
      BigInteger exact = quotient(product(amount, priceE9), divisor, rounding);
      assertThat(Exact.valueOrMax(amount, priceE9, amountDecimals, quoteDecimals, rounding))
          .as("%s at %s, %s and %s decimals", amount, priceE9, amountDecimals, quoteDecimals)
          .isEqualTo(exact.min(LONG_MAX).longValueExact());
    }
  }

  private static void assertMulDivOrMax(long a, long b, long divisor) {
    for (Rounding rounding : Rounding.values()) {
      BigInteger exact = quotient(product(a, b), BigInteger.valueOf(divisor), rounding);
      assertThat(Exact.mulDivOrMax(a, b, divisor, rounding))
          .as("%s * %s / %s", a, b, divisor)
          .isEqualTo(exact.min(LONG_MAX).longValueExact());
    }
  }

  private static void assertSqrt(long amount, int decimals) {
    BigInteger scaled = BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(18 - decimals));
    assertThat(Exact.sqrtE9(amount, decimals))
        .as("square root of %s with %s decimals", amount, decimals)
        .isEqualTo(scaled.sqrt().longValueExact());
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static BigInteger quotient(BigInteger product, BigInteger divisor, Rounding rounding) {
    BigInteger[] parts = product.divideAndRemainder(divisor);
    int correction = rounding == Rounding.FLOOR ? -1 : 1;
    return parts[1].signum() == correction
        ? parts[0].add(BigInteger.valueOf(correction))
        : parts[0];
  }

  private static long ofRandomLength(SplittableRandom random) {
    return random.nextLong() >> random.nextInt(64);
  }
}
