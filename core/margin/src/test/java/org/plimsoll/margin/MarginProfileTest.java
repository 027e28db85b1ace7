package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarginProfileTest {
  @ParameterizedTest(name = "leverage {0}: base {1}, maintenance floor {2}")
  @CsvSource({
    "1, 1000000000, 30000000",
    "3, 333333334, 30000000",
    "20, 50000000, 30000000",
    "21, 47619048, 28571429",
    "25, 40000000, 24000000",
    "49, 20408164, 12244898",
    "50, 20000000, 6000000",
    "101, 9900991, 6000000"
  })
  void rules_section2_shouldHaveTheFloorsOfTheEarlyEra(int leverage, long base, long floor) {
    assertThat(MarginProfile.FTX_2019.initialFloorE9(leverage)).isEqualTo(base);
    assertThat(MarginProfile.FTX_2019.maintenanceFloorE9(leverage)).isEqualTo(floor);
  }

  /// "Starts at 1.5 % for 20x or below and 0.3 % for 50x or above": of a notional of 10,000.
  @Test
  void rules_section2_shouldStartAutoCloseAtThePublishedFractions() {
    assertThat(autoClose(20)).isEqualTo(150);
    assertThat(autoClose(50)).isEqualTo(30);
    assertThat(autoClose(101)).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource
  void shouldNeverLiquidateWhoHasJustMetTheInitialRequirement(MarginProfile profile) {
    for (int leverage = 1; leverage <= profile.leverageMax(); leverage++) {
      assertThat(profile.maintenanceFloorE9(leverage))
          .as("leverage %s", leverage)
          .isPositive()
          .isLessThan(profile.initialFloorE9(leverage))
          .isGreaterThanOrEqualTo(profile.maintenanceFloorE9(profile.leverageMax()));
    }
  }

  @Test
  void rules_section2_shouldBoundPositionsOfHighLeverage() {
    assertThat(MarginProfile.FTX_2019.notionalMax(20)).isEqualTo(Long.MAX_VALUE);
    assertThat(MarginProfile.FTX_2019.notionalMax(21)).isEqualTo(2_500_000);
    assertThat(MarginProfile.FTX_2019.leverageMax()).isEqualTo(101);
    assertThat(MarginProfile.FTX_2022.leverageMax()).isEqualTo(20);
    assertThat(MarginProfile.FTX_2022.notionalMax(20)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void rules_section3_shouldCloseEachPositionAtItsOwnPriceOnlySince2022() {
    assertThat(MarginProfile.FTX_2019.hasPositionZeroPrice()).isFalse();
    assertThat(MarginProfile.FTX_2022.hasPositionZeroPrice()).isTrue();
  }

  private static long autoClose(int leverage) {
    long floorE9 = MarginProfile.FTX_2019.maintenanceFloorE9(leverage);
    return AccountMargin.autoCloseRequirement(PositionMargin.requirement(10_000, floorE9), 10_000);
  }
}
