package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTest {
  private static final int DECIMALS = 6;
  private static final long DOLLAR = 1_000_000;

  @ParameterizedTest(name = "section 8: above {0} dollars tier {1}, maker {2}, taker {3}")
  @CsvSource({
    "0, 1, 200000, 700000",
    "2000000, 2, 150000, 600000",
    "5000000, 3, 100000, 550000",
    "10000000, 4, 50000, 500000",
    "25000000, 5, 0, 450000",
    "50000000, 6, 0, 400000"
  })
  void rules_section8_shouldHaveSixTiersByVolume(long above, int tier, long maker, long taker) {
    assertThat(FeeSchedule.tier(above * DOLLAR + 1, DECIMALS)).isEqualTo(tier);
    assertThat(FeeSchedule.tier(above * DOLLAR, DECIMALS)).isEqualTo(Math.max(1, tier - 1));
    assertThat(FeeSchedule.makerE9(tier, 0, 0, DECIMALS, 0)).isEqualTo(maker);
    assertThat(FeeSchedule.takerE9(tier, 0)).isEqualTo(taker);
  }

  @ParameterizedTest(name = "section 8: {0} dollars of the token take off {1} %")
  @CsvSource({
    "0, 0",
    "99, 0",
    "100, 3",
    "1000, 10",
    "10000, 20",
    "100000, 30",
    "999999, 30",
    "1000000, 40",
    "2500000, 50",
    "5000000, 60",
    "9000000000, 60"
  })
  void rules_section8_shouldDiscountByWhatIsHeld(long dollars, long percent) {
    assertThat(FeeSchedule.holderDiscountE9(dollars * DOLLAR, DECIMALS))
        .isEqualTo(percent * 10_000_000);
  }

  @ParameterizedTest(name = "section 8: {0} staked: maker {1}")
  @CsvSource({
    "24, 200000",
    "25, 0",
    "150, -5000",
    "1000, -10000",
    "10000, -15000",
    "50000, -20000",
    "250000, -25000",
    "1000000, -30000"
  })
  void rules_section8_shouldLetStakersMakeForLess(long staked, long fee) {
    assertThat(FeeSchedule.makerE9(1, 0, staked * 1_000_000, DECIMALS, 0)).isEqualTo(fee);
  }

  /// MM1, whose rebate is 0.0025 %, with 1,000 staked tokens: -0.0035 %.
  @Test
  void rules_section8_shouldAddAMarketMakersRebate() {
    assertThat(FeeSchedule.makerE9(1, 0, 1_000, 0, 25_000)).isEqualTo(-35_000);
    assertThat(FeeSchedule.makerE9(1, 0, 0, 0, 25_000)).isEqualTo(-25_000);
  }

  @Test
  void rules_section8_shouldNeverPayMakersMoreThanAHundredthOfAPercent() {
    assertThat(FeeSchedule.makerE9(6, 0, 1_000_000, 0, 70_001)).isEqualTo(-100_000);
    assertThat(FeeSchedule.makerE9(6, 0, 1_000_000, 0, Long.MAX_VALUE - 30_000))
        .isEqualTo(-100_000);
  }

  @Test
  void rules_section8_shouldNeverChargeTakersLessThanTheFloor() {
    assertThat(FeeSchedule.takerE9(1, 600_000_000)).isEqualTo(280_000);
    assertThat(FeeSchedule.takerE9(6, 600_000_000)).isEqualTo(160_000);
    assertThat(FeeSchedule.takerE9(6, 700_000_000)).isEqualTo(150_000);
  }

  @Test
  void rules_section8_shouldTakeTheBetterOfHoldingAndStaking() {
    assertThat(FeeSchedule.makerE9(1, 400_000_000, 0, 0, 0)).isEqualTo(120_000);
    assertThat(FeeSchedule.makerE9(1, 400_000_000, 25, 0, 0)).isZero();
    assertThat(FeeSchedule.makerE9(1, 400_000_000, 24, 0, 0)).isEqualTo(120_000);
    assertThat(FeeSchedule.makerE9(6, 0, 25, 0, 0)).isZero();
  }

  @Test
  void rules_section8_shouldChargeHighLeverageMore() {
    assertThat(FeeSchedule.surchargeE9(49)).isZero();
    assertThat(FeeSchedule.surchargeE9(50)).isEqualTo(500_000);
  }

  @Test
  void shouldRoundFeesUpAndRebatesTowardZero() {
    assertThat(FeeSchedule.fee(1_000_000, 700_000)).isEqualTo(700);
    assertThat(FeeSchedule.fee(1, 1)).isEqualTo(1);
    assertThat(FeeSchedule.fee(1_999_999, -1_000)).isEqualTo(-1);
    assertThat(FeeSchedule.fee(999_999, -1_000)).isZero();
    assertThat(FeeSchedule.fee(Long.MAX_VALUE, 1_000_000_000)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldKeepItsStepsWithEveryUnitOfAccount() {
    assertThat(FeeSchedule.tier(Long.MAX_VALUE, 9)).isEqualTo(6);
    assertThat(FeeSchedule.tier(2_000_000, 0)).isEqualTo(1);
    assertThat(FeeSchedule.tier(2_000_001, 0)).isEqualTo(2);
    assertThat(FeeSchedule.holderDiscountE9(Long.MAX_VALUE, 9)).isEqualTo(600_000_000);
  }
}
