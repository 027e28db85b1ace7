package org.plimsoll.cli.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NumeralTest {
  @ParameterizedTest
  @CsvSource({
    "0.05,0.05",
    "5%,0.05",
    "1bp,0.0001",
    "-0.3,-0.3",
    "+.5,0.5",
    "1e6,1000000",
    "2.5E-3,0.0025",
    "12k,12000",
    "44m,44000000",
    "5.82bn,5820000000",
    "' 7 ',7"
  })
  void shouldReadWhatTheFieldWrites(String text, String value) {
    assertThat(Numeral.parse(text)).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1e999999999", "1,000", "NaN", "Infinity", "5 %", "1.", "0x1F"})
  void shouldRefuseWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> Numeral.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("not '" + text + "'");
  }
}
