package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProRataTest {
  private static final long[] PROFITS = {100, 60, 40};

  /// A loss of 120 of which a fund of 50 and capital of 20 bear their part: each profit loses 25 %.
  @Test
  void pv17_shouldSocializeWhatFundAndCapitalDoNotCover() {
    assertThat(ProRata.shares(120 - 50 - 20, PROFITS)).containsExactly(25, 15, 10);
  }

  /// A loss of 500: the profits are wiped out and 230 are not covered.
  @Test
  void pv17_shouldTakeNoMoreThanAllProfits() {
    long[] shares = ProRata.shares(500 - 50 - 20, PROFITS);
    assertThat(shares).containsExactly(PROFITS);
    assertThat(430 - LongStream.of(shares).sum()).isEqualTo(230);
  }

  @Test
  void shouldShareNothingWhereThereIsNothingToShareBy() {
    assertThat(ProRata.shares(5, new long[0])).isEmpty();
    assertThat(ProRata.shares(5, new long[3])).containsOnly(0);
    assertThat(ProRata.shares(0, PROFITS)).containsOnly(0);
  }

  @Test
  void shouldNotOverflowWhereWeightsSumToMoreThanAnyNumberHolds() {
    long[] weights = {Long.MAX_VALUE, Long.MAX_VALUE, 5};
    assertThat(ProRata.shares(10, weights)).containsExactly(10, 0, 0);
    assertThat(ProRata.shares(Long.MAX_VALUE, weights)).containsExactly(Long.MAX_VALUE, 0, 0);
  }

  @Test
  void shouldShareAllOfItWithinAUnitOfTheExactShares() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 50_000; i++) {
      long[] weights =
          random.longs(1 + random.nextInt(7), 0, 1L << random.nextInt(1, 60)).toArray();
      long sum = LongStream.of(weights).sum();
      long whole = random.nextLong(sum + 1);
      long[] shares = ProRata.shares(whole, weights);
      assertThat(LongStream.of(shares).sum()).isEqualTo(whole);
      for (int k = 0; k < shares.length; k++) {
        BigInteger error = product(shares[k], sum).subtract(product(weights[k], whole));
        assertThat(error.abs()).isLessThanOrEqualTo(BigInteger.valueOf(Math.max(0, sum - 1)));
        assertThat(shares[k]).isBetween(0L, weights[k]);
      }
    }
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
