package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LendingRatesTest {
  private static final long[] AMOUNTS = {100, 300, 100, 500};
  private static final long[] RATES = {1_000, 2_000, 2_000, 9_000};

  @Test
  void rules_section6_shouldClearAtTheLowestRateThatCoversTheDemand() {
    assertThat(LendingRates.clearingE9(AMOUNTS, RATES, 100)).isEqualTo(1_000);
    assertThat(LendingRates.clearingE9(AMOUNTS, RATES, 101)).isEqualTo(2_000);
    assertThat(LendingRates.clearingE9(AMOUNTS, RATES, 500)).isEqualTo(2_000);
    assertThat(LendingRates.clearingE9(AMOUNTS, RATES, 501)).isEqualTo(9_000);
  }

  @Test
  void rules_section6_shouldMatchTheCheapestFirstAndShareAtTheMarginalRate() {
    assertThat(LendingRates.matched(AMOUNTS, RATES, 60)).containsExactly(60, 0, 0, 0);
    assertThat(LendingRates.matched(AMOUNTS, RATES, 200)).containsExactly(100, 75, 25, 0);
    assertThat(LendingRates.matched(AMOUNTS, RATES, 600)).containsExactly(100, 300, 100, 100);
  }

  @Test
  void shouldLeaveUnmatchedWhatNobodyOffers() {
    assertThat(LendingRates.clearingE9(AMOUNTS, RATES, 5_000)).isEqualTo(9_000);
    assertThat(LendingRates.matched(AMOUNTS, RATES, 5_000)).containsExactly(AMOUNTS);
    assertThat(LendingRates.clearingE9(new long[0], new long[0], 5)).isZero();
    assertThat(LendingRates.matched(new long[0], new long[0], 5)).isEmpty();
  }

  @Test
  void shouldClearAtNothingWhereNothingIsBorrowed() {
    assertThat(LendingRates.clearingE9(AMOUNTS, RATES, 0)).isZero();
    assertThat(LendingRates.matched(AMOUNTS, RATES, 0)).containsOnly(0);
  }

  /// At the base tier's 0.07 % a borrower pays 1.35 times what the lender gets, so the venue keeps
  /// 0.35 / 1.35 = 26 % of it.
  @Test
  void rules_section6_shouldChargeBorrowers500TakerFeesMore() {
    long lending = 100_000;
    long borrow = LendingRates.borrowE9(lending, FeeSchedule.takerE9(1, 0));
    assertThat(borrow).isEqualTo(135_000);
    assertThat(LendingRates.charge(1_000_000, borrow)).isEqualTo(135);
    assertThat(LendingRates.proceeds(1_000_000, lending)).isEqualTo(100);
    assertThat(100 * (borrow - lending) / borrow).isEqualTo(25);
    assertThat(1_000 * (borrow - lending) / borrow).isEqualTo(259);
  }

  @Test
  void shouldRoundAgainstTheBorrowerAndTheLender() {
    assertThat(LendingRates.borrowE9(1, 1)).isEqualTo(2);
    assertThat(LendingRates.charge(1, 1)).isEqualTo(1);
    assertThat(LendingRates.charge(0, 1)).isZero();
    assertThat(LendingRates.proceeds(999_999_999, 1)).isZero();
    assertThat(LendingRates.charge(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldMatchAllDemandAndNobodyBeyondHisOffer() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 50_000; i++) {
      assertMatched(random, 1 + random.nextInt(8), 1L << (1 + random.nextInt(60)));
    }
  }

  @Test
  void shouldNotOverflowWhereMoreIsOfferedThanAnyNumberHolds() {
    long[] amounts = {Long.MAX_VALUE, Long.MAX_VALUE, 5};
    long[] rates = {7, 7, 7};
    assertThat(LendingRates.matched(amounts, rates, 10)).containsExactly(10, 0, 0);
    assertThat(LendingRates.clearingE9(amounts, rates, Long.MAX_VALUE)).isEqualTo(7);
  }

  private static void assertMatched(SplittableRandom random, int count, long bound) {
    long[] amounts = random.longs(count, 1, bound).toArray();
    long[] rates = random.longs(count, 0, 4).sorted().toArray();
    long demand = random.nextLong(2 * bound);
    long[] matched = LendingRates.matched(amounts, rates, demand);
    long rate = LendingRates.clearingE9(amounts, rates, demand);
    BigInteger offered = sum(amounts);
    assertThat(sum(matched)).isEqualTo(offered.min(BigInteger.valueOf(demand)));
    for (int k = 0; k < count; k++) {
      assertThat(matched[k]).isBetween(0L, amounts[k]);
      if (rates[k] > rate) {
        assertThat(matched[k]).isZero();
      } else if (rates[k] < rate) {
        assertThat(matched[k]).isEqualTo(amounts[k]);
      }
    }
    assertSharedByAmount(amounts, rates, matched, rate);
    assertVenueLosesNothing(matched, rate, random.nextLong(1_000_000));
  }

  /// At the marginal rate, a share differs by less than a unit from `matched sum / offered sum`.
  private static void assertSharedByAmount(
      long[] amounts, long[] rates, long[] matched, long rate) {
    int[] marginal = IntStream.range(0, rates.length).filter(k -> rates[k] == rate).toArray();
    BigInteger offered = sum(Arrays.stream(marginal).mapToLong(k -> amounts[k]).toArray());
    BigInteger taken = sum(Arrays.stream(marginal).mapToLong(k -> matched[k]).toArray());
    for (int k : marginal) {
      BigInteger error =
          BigInteger.valueOf(matched[k])
              .multiply(offered)
              .subtract(BigInteger.valueOf(amounts[k]).multiply(taken));
      assertThat(error.abs()).isLessThan(offered);
    }
  }

  private static void assertVenueLosesNothing(long[] lent, long rate, long fee) {
    BigInteger proceeds =
        sum(Arrays.stream(lent).map(l -> LendingRates.proceeds(l, rate)).toArray());
    long borrowed = sum(lent).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    long charge = LendingRates.charge(borrowed, LendingRates.borrowE9(rate, fee));
    assertThat(proceeds).isLessThanOrEqualTo(BigInteger.valueOf(charge));
  }

  private static BigInteger sum(long[] amounts) {
    return LongStream.of(amounts)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
