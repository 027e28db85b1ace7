package org.plimsoll.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                    | 0 | 0
          0                    | 8 | 0
          -50000000            | 8 | -0.5
          1                    | 8 | 0.00000001
          1000000000000        | 6 | 1000000
          12345                | 0 | 12345
          9223372036854775807  | 18 | 9.223372036854775807
          -9223372036854775808 | 0 | -9223372036854775808
          """)
  void shouldWriteWithoutTrailingZerosAndReadBack(long scaled, int decimals, String text) {
    assertThat(Decimals.format(scaled, decimals)).isEqualTo(text);
    assertThat(Decimals.parse(text, decimals)).isEqualTo(scaled);
  }

  @Test
  void shouldWriteWhatBigDecimalWritesAndReadItBack() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 50_000; i++) {
      long scaled = random.nextLong() >> random.nextInt(64);
      int decimals = random.nextInt(19);
      String text = Decimals.format(scaled, decimals);
      assertThat(new BigDecimal(text)).isEqualByComparingTo(BigDecimal.valueOf(scaled, decimals));
      assertThat(text).doesNotMatch(".*\\.\\d*0$");
      assertThat(Decimals.parse(text, decimals)).isEqualTo(scaled);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'1,000,000', 1000000000000",
    "'-1,000.5', -1000500000",
    "'999', 999000000",
    "'20000', 20000000000",
    "'1.50', 1500000",
    "'007', 7000000",
    "'-0', 0"
  })
  void shouldReadGroupedAndPaddedNumbers(String text, long expected) {
    assertThat(Decimals.parse(text, 6)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "1.",
        ".5",
        "+1",
        "1e3",
        " 1",
        "1 ",
        "--1",
        "1.2.3",
        "0x1",
        "١",
        "1_000",
        "NaN",
        ",",
        ",1",
        "1,",
        "20,5",
        "1,00",
        "1,0000",
        "1,,000",
        "1000,000",
        "1.5,000",
        "-,100",
        "1,000,00"
      })
  void shouldRefuseWhatIsNoDecimalNumber(String text) {
    assertThatThrownBy(() -> Decimals.parse(text, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a decimal number");
  }

  @Test
  void shouldRefuseMoreDecimalsThanTheUnitHas() {
    assertThatThrownBy(() -> Decimals.parse("0.0000001", 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'0.0000001' has more than the 6 decimals of this unit");
  }

  @Test
  void shouldRefuseWhatDoesNotFit64Bits() {
    assertThat(Decimals.parse("9223372036854775807", 0)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Decimals.parse("9223372036854775808", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'9223372036854775808' is too large");
    assertThatThrownBy(() -> Decimals.parse("10000000000000", 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'10000000000000' is too large");
  }
}
