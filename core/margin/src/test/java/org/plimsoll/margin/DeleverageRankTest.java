package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.units.Exact.ONE_E9;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleverageRankTest {
  @ParameterizedTest(name = "pv17 profit {0} on {1} at leverage {2}: {3}")
  @CsvSource({
    "300, 1000, 5, 1.5",
    "500, 4000, 10, 1.25",
    "50, 200, 3, 0.75",
    "-100, 1000, 4, -0.025",
    "0, 1000, 4, 0"
  })
  void pv17_shouldRankByProfitAndLeverage(
      long profit, long entryValue, long leverage, BigDecimal rank) {
    assertThat(DeleverageRank.e9(profit, entryValue, leverage * ONE_E9))
        .isEqualTo(rank.movePointRight(9).longValueExact());
  }

  @Test
  void shouldMeasureLeverageByWhatStandsBehindAPosition() {
    assertThat(DeleverageRank.leverageE9(100, 80)).isEqualTo(5_000_000_000L);
    assertThat(DeleverageRank.leverageE9(100, 125)).isEqualTo(4_000_000_000L);
    assertThat(DeleverageRank.leverageE9(100, 100)).isEqualTo(Long.MAX_VALUE);
    assertThat(DeleverageRank.leverageE9(Long.MAX_VALUE, Long.MAX_VALUE - 1))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldStopAtTheEndsOfTheNumbers() {
    assertThat(DeleverageRank.e9(Long.MAX_VALUE, 1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(DeleverageRank.e9(Long.MIN_VALUE, 1, 1)).isEqualTo(-Long.MAX_VALUE);
    assertThat(DeleverageRank.e9(-1, 3, 2)).isEqualTo(-166_666_667_000_000_000L);
  }
}
