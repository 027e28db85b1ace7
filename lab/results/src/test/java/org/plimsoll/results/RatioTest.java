package org.plimsoll.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RatioTest {
  private static Ratio ratio(String dividend, String divisor) {
    return Ratio.of(new BigDecimal(dividend), new BigDecimal(divisor));
  }

  @Test
  void shouldKeepLowestTermsAndAPositiveDenominator() {
    assertThat(ratio("2000000", "3000000").fraction()).isEqualTo("2/3");
    assertThat(ratio("1", "-2").fraction()).isEqualTo("-1/2");
    assertThat(ratio("0.5", "0.25").fraction()).isEqualTo("2");
    assertThat(ratio("0", "-7")).isEqualTo(Ratio.ZERO);
    assertThat(ratio("1E+3", "1").fraction()).isEqualTo("1000");
  }

  @Test
  void shouldShowSixDecimalsRoundedDown() {
    assertThat(ratio("2", "3").rounded().toPlainString()).isEqualTo("0.666666");
    assertThat(ratio("-2", "3").rounded().toPlainString()).isEqualTo("-0.666667");
    assertThat(Ratio.ONE.rounded().toPlainString()).isEqualTo("1.000000");
  }

  @Test
  void shouldCalculateExactly() {
    assertThat(ratio("1", "3").plus(ratio("1", "6"))).isEqualTo(ratio("1", "2"));
    assertThat(ratio("1", "3").minus(ratio("1", "2"))).isEqualTo(ratio("-1", "6"));
    assertThat(ratio("2", "3").times(ratio("3", "4"))).isEqualTo(ratio("1", "2"));
    assertThat(ratio("2", "3").dividedBy(ratio("-1", "3"))).isEqualTo(ratio("-2", "1"));
  }

  @Test
  void shouldOrderByValue() {
    assertThat(ratio("1", "3")).isLessThan(ratio("1", "2"));
    assertThat(ratio("1", "3").min(ratio("-1", "2"))).isEqualTo(ratio("-1", "2"));
    assertThat(ratio("-1", "3").signum()).isNegative();
  }

  @Test
  void shouldRefuseToDivideByZero() {
    assertThatThrownBy(() -> ratio("1", "0")).isInstanceOf(IllegalArgumentException.class);
  }
}
