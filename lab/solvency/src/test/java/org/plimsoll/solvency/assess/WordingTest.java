package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;

class WordingTest {
  private static String range(String text) {
    return Wording.range(BookFixture.interval(text));
  }

  @Test
  void shouldGroupDigitsAndDropTrailingZeros() {
    assertThat(range("-1234567.50")).isEqualTo("-1,234,567.5");
    assertThat(range("100")).isEqualTo("100");
    assertThat(range("1E+3")).isEqualTo("1,000");
    assertThat(range("0.000")).isEqualTo("0");
  }

  @Test
  void shouldCutOffWhatOnlyAQuotientHas() {
    assertThat(range("-140949594.501165147500000000000000017"))
        .isEqualTo("-140,949,594.5011651475");
    assertThat(range("0.1234567890129")).isEqualTo("0.123456789012");
    assertThat(range("0.0000000000009")).isEqualTo("0");
  }

  @Test
  void shouldSayWhichLimitIsKnown() {
    assertThat(range("1..2")).isEqualTo("1 to 2");
    assertThat(range("1..")).isEqualTo("at least 1");
    assertThat(range("..2")).isEqualTo("at most 2");
    assertThat(Wording.amount(BookFixture.interval("?"), "USD")).isEqualTo("unknown");
  }

  @Test
  void shouldRoundPercentagesDown() {
    Ratio twoThirds = Ratio.of(new BigDecimal(2), new BigDecimal(3));
    assertThat(Wording.percent(twoThirds)).isEqualTo("66.6666%");
    assertThat(Wording.percent(new RatioRange(twoThirds, Optional.of(Ratio.ONE))))
        .isEqualTo("66.6666% to 100%");
    assertThat(Wording.percent(new RatioRange(twoThirds, Optional.empty())))
        .isEqualTo("at least 66.6666%");
    assertThat(Wording.percent(new RatioRange(Ratio.ZERO, Optional.empty()))).isEqualTo("unknown");
  }

  @Test
  void shouldJoinNamesAsProseDoes() {
    assertThat(Wording.list(List.of())).isEmpty();
    assertThat(Wording.list(List.of("a"))).isEqualTo("a");
    assertThat(Wording.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }
}
