package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

class FundingTest {
  private static final long HOUR = 3_600_000;

  @Test
  void pv18_shouldDivideTheMeanPremiumOfAnHourBy24() {
    long integral =
        Funding.integral(2_000_000, HOUR / 3)
            + Funding.integral(5_000_000, HOUR / 3)
            + Funding.integral(-1_000_000, HOUR / 3);
    assertThat(Funding.rateE9(integral)).isEqualTo(83_333);
  }

  /// 10 BTC at a premium of 0.24 % over an index of 20,000: 200,000 * 0.24 % / 24 = 20 dollars.
  @Test
  void rules_section5_shouldLetLongsPayShortsWhileThePremiumIsPositive() {
    long premium = Funding.premiumE9(e9(20_048), e9(20_000));
    assertThat(premium).isEqualTo(2_400_000);
    long perCoin = Funding.perCoinE9(e9(20_000), Funding.integral(premium, HOUR));
    assertThat(perCoin).isEqualTo(e9(2));
    assertThat(Funding.payment(1_000_000_000, perCoin, 8, 6)).isEqualTo(20_000_000);
    assertThat(Funding.payment(-1_000_000_000, perCoin, 8, 6)).isEqualTo(-20_000_000);
  }

  @Test
  void shouldCountOnlyTheTimeSinceAMarketWasListed() {
    assertThat(Funding.rateE9(Funding.integral(24_000_000, HOUR / 4))).isEqualTo(250_000);
  }

  @Test
  void shouldRoundAPremiumDownAndBoundIt() {
    assertThat(Funding.premiumE9(1, 3)).isEqualTo(-666_666_667);
    assertThat(Funding.premiumE9(0, 3)).isEqualTo(-1_000_000_000);
    assertThat(Funding.premiumE9(Long.MAX_VALUE, 1)).isEqualTo(Funding.PREMIUM_MAX_E9);
    assertThat(Funding.premiumE9(25, 1)).isEqualTo(Funding.PREMIUM_MAX_E9);
    assertThat(Funding.premiumE9(1, Long.MAX_VALUE)).isEqualTo(-1_000_000_000);
  }

  @Test
  void shouldNeverChargeMoreThanTheNotionalForAnHour() {
    long worst = Funding.integral(Funding.PREMIUM_MAX_E9, HOUR);
    assertThat(Funding.perCoinE9(Long.MAX_VALUE, worst)).isEqualTo(Long.MAX_VALUE);
    assertThat(Funding.perCoinE9(Long.MAX_VALUE, Funding.integral(-1_000_000_000, HOUR)))
        .isEqualTo(-Exact.mulDiv(Long.MAX_VALUE, 1, 24, Rounding.CEILING));
    assertThat(4 * 24 * (worst / HOUR)).isLessThan(Long.MAX_VALUE / HOUR);
  }

  @Test
  void shouldLeaveTheFundLessThanOneUnitForEachPosition() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 50_000; i++) {
      int positions = 2 + random.nextInt(9);
      long integral = 0;
      for (int slice = 0; slice < 6; slice++) {
        integral += Funding.integral(premium(random), HOUR / 6);
      }
      long perCoin = Funding.perCoinE9(1 + random.nextLong(e9(100_000)), integral);
      long sizes = 0;
      long paid = 0;
      for (int k = 0; k < positions; k++) {
        long size = k < positions - 1 ? random.nextLong(2_000_000) - 1_000_000 : -sizes;
        sizes += size;
        paid += Funding.payment(size, perCoin, 2, 6);
      }
      assertThat(paid).isBetween(0L, positions - 1L);
    }
  }

  private static long premium(SplittableRandom random) {
    return random.nextLong(100_000_000) - 50_000_000;
  }

  private static long e9(long whole) {
    return whole * Exact.ONE_E9;
  }
}
