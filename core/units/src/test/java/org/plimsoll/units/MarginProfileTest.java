package org.plimsoll.units;

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
    assertThat(MarginProfile.initialFloorE9(leverage)).isEqualTo(base);
    assertThat(MarginProfile.maintenanceFloorE9(leverage)).isEqualTo(floor);
  }

  @ParameterizedTest
  @EnumSource
  void shouldNeverLiquidateWhoHasJustMetTheInitialRequirement(MarginProfile profile) {
    for (int leverage = 1; leverage <= profile.leverageMax(); leverage++) {
      assertThat(MarginProfile.maintenanceFloorE9(leverage))
          .as("leverage %s", leverage)
          .isPositive()
          .isLessThan(MarginProfile.initialFloorE9(leverage))
          .isGreaterThanOrEqualTo(MarginProfile.maintenanceFloorE9(profile.leverageMax()));
    }
  }

  @Test
  void rules_section2_shouldBoundPositionsOfHighLeverage() {
    assertThat(MarginProfile.notionalMax(20)).isEqualTo(Long.MAX_VALUE);
    assertThat(MarginProfile.notionalMax(21)).isEqualTo(2_500_000);
    assertThat(MarginProfile.FTX_2019.leverageMax()).isEqualTo(101);
    assertThat(MarginProfile.FTX_2022.leverageMax()).isEqualTo(20);
  }
}
