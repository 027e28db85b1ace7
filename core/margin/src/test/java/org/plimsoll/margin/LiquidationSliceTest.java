package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.units.Exact.ONE_E9;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiquidationSliceTest {
  private static final long MANY = 1_000_000_000;

  @Test
  void rules_section3_shouldSpendATenThousandthOfTheDailyVolume() {
    assertThat(LiquidationSlice.budget(1_000_000_000)).isEqualTo(100_000);
    assertThat(LiquidationSlice.budget(9_999)).isZero();
  }

  @ParameterizedTest(name = "section 3: {0} with a budget of {1}, times {2} per mille: {3}")
  @CsvSource({
    "50000, 1000000, 1000, 5000",
    "50000, 1000000, 500, 2500",
    "50000, 1000000, 1500, 7500",
    "50000, 2000, 1000, 2000",
    "50000, 2000, 1500, 3000",
    "50000, 0, 1500, 0",
    "3000, 1000000, 1000, 1000",
    "1200, 1000000, 1500, 1200",
    "700, 1000000, 1000, 700",
    "700, 1000000, 500, 350",
    "0, 1000000, 1000, 0"
  })
  void rules_section3_shouldSendATenthAndAtLeastAThousandIntoTheBook(
      long notional, long budget, long scale, long expected) {
    assertThat(LiquidationSlice.bookNotional(notional, budget, scale * 1_000_000, 0))
        .isEqualTo(expected);
    assertThat(LiquidationSlice.bookNotional(notional * MANY, budget * MANY, scale * 1_000_000, 9))
        .isEqualTo(expected * MANY);
  }

  @ParameterizedTest(name = "section 3: {0}, value {1} of {2}: {3}")
  @CsvSource({
    "100000, 75, 100, 25000",
    "100000, 100, 100, 0",
    "100000, 0, 100, 100000",
    "100000, -1, 100, 100000",
    "100000, 999, 1000, 1000",
    "700, 999, 1000, 700",
    "100000, 2, 3, 33334",
    "0, 1, 3, 0"
  })
  void rules_section3_shouldHandOverThePartBelowTheAutoCloseFraction(
      long notional, long value, long requirement, long expected) {
    assertThat(LiquidationSlice.autoCloseNotional(notional, value, requirement, 0))
        .isEqualTo(expected);
  }

  @Test
  void shouldNotOverflowAtTheLargestNotional() {
    long largest = Long.MAX_VALUE;
    assertThat(LiquidationSlice.bookNotional(largest, largest, 1_500_000_000, 9))
        .isEqualTo(1_383_505_805_528_216_370L);
    assertThat(LiquidationSlice.autoCloseNotional(largest, Long.MIN_VALUE, 0, 9))
        .isEqualTo(largest);
    assertThat(LiquidationSlice.autoCloseNotional(largest, 0, largest, 9)).isEqualTo(largest);
    assertThat(LiquidationSlice.size(largest, largest, largest)).isEqualTo(largest);
  }

  @Test
  void shouldCloseTheWholeSizeForTheWholeNotional() {
    assertThat(LiquidationSlice.size(7, 10, 10)).isEqualTo(7);
    assertThat(LiquidationSlice.size(7, 5, 10)).isEqualTo(4);
    assertThat(LiquidationSlice.size(7, 0, 10)).isZero();
  }

  @Test
  void rules_section3_shouldDrawScaleAndOffsetWithinTheirEnds() {
    assertThat(LiquidationSlice.scaleE9(0)).isEqualTo(500_000_000);
    assertThat(LiquidationSlice.scaleE9(ONE_E9)).isEqualTo(1_500_000_000);
    assertThat(LiquidationSlice.scaleE9(-1)).isEqualTo(1_500_000_000);
    assertThat(LiquidationSlice.scaleE9(ONE_E9 + 1)).isEqualTo(500_000_000);
    assertThat(LiquidationSlice.offsetE9(0)).isEqualTo(100_000);
    assertThat(LiquidationSlice.offsetE9(-1)).isEqualTo(500_000);
    assertThat(LiquidationSlice.offsetE9(400_001)).isEqualTo(100_000);
    assertThat(LiquidationSlice.scaleE9(Long.MIN_VALUE)).isBetween(500_000_000L, 1_500_000_000L);
  }
}
