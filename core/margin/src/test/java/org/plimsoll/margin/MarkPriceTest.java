package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkPriceTest {
  @ParameterizedTest(name = "section 4: bid {0}, ask {1}, last {2}, index {3}: {4}")
  @CsvSource({
    "99, 101, 100, 50, 100",
    "99, 101, 90, 50, 99",
    "99, 101, 110, 50, 101",
    "99, 0, 90, 50, 99",
    "99, 0, 110, 50, 110",
    "0, 101, 110, 50, 101",
    "0, 101, 90, 50, 90",
    "0, 0, 90, 50, 90",
    "99, 101, 0, 50, 99",
    "99, 101, 0, 100, 100",
    "0, 0, 0, 50, 50",
    "99, 0, 0, 0, 99",
    "0, 0, 0, 0, 0"
  })
  void rules_section4_shouldTakeTheMedianOfBidAskAndLast(
      long bid, long ask, long last, long index, long expected) {
    assertThat(MarkPrice.tradingE9(bid, ask, last, index)).isEqualTo(expected);
  }

  @Test
  void shouldBeTheMiddleOfThreeSortedPrices() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 10_000; i++) {
      long bid = 1 + random.nextLong(Long.MAX_VALUE - 1);
      long ask = random.nextLong(bid, Long.MAX_VALUE);
      long last = 1 + random.nextLong(Long.MAX_VALUE - 1);
      long[] sorted = {bid, ask, last};
      Arrays.sort(sorted);
      assertThat(MarkPrice.tradingE9(bid, ask, last, 1)).isEqualTo(sorted[1]);
    }
  }

  @Test
  void rules_section4_shouldKeepTheLastPremiumOverTheIndexWhilePaused() {
    assertThat(MarkPrice.pausedE9(20_000, 20_100, 20_000)).isEqualTo(20_100);
    assertThat(MarkPrice.pausedE9(22_000, 20_100, 20_000)).isEqualTo(22_110);
    assertThat(MarkPrice.pausedE9(18_000, 19_900, 20_000)).isEqualTo(17_910);
    assertThat(MarkPrice.pausedE9(3, 10, 3)).isEqualTo(10);
    assertThat(MarkPrice.pausedE9(2, 10, 3)).isEqualTo(6);
    assertThat(MarkPrice.pausedE9(20_000, 0, 20_000)).isEqualTo(1);
    assertThat(MarkPrice.pausedE9(Long.MAX_VALUE, 25, 1)).isEqualTo(Long.MAX_VALUE);
  }
}
