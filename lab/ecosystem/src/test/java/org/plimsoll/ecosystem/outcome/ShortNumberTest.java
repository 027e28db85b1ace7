package org.plimsoll.ecosystem.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12_549_000_000|12.5 bn",
        "-8_914_000_000|-8.91 bn",
        "999_999_999|1 bn",
        "1_000_000|1 m",
        "835_123.7|835,124",
        "999.4|999",
        "48.881|48.9",
        "0|0",
        "0.01234|0.0123",
        "0.0000123456|1.23e-5"
      })
  void shouldTakeThreeDigits(String value, String words) {
    assertThat(ShortNumber.of(Double.parseDouble(value.replace("_", "")))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"USD,7 USD", "1,7"})
  void shouldNameAUnitWhereThereIsOne(String unit, String words) {
    assertThat(ShortNumber.of(7, unit)).isEqualTo(words);
  }
}
