package org.plimsoll.server.ftx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFloatTest {
  /// Each text is what CPython's `repr(float('...'))` gives.
  @ParameterizedTest
  @CsvSource({
    "5000.5, 5000.5",
    "4995, 4995.0",
    "10, 10.0",
    "0, 0.0",
    "0.0001, 0.0001",
    "0.00005, 5e-05",
    "0.0000001, 1e-07",
    "0.000015, 1.5e-05",
    "1234567.125, 1234567.125",
    "10000000, 10000000.0",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "12345678901234567890, 1.2345678901234567e+19",
    "0.1234567890123456789, 0.12345678901234568",
    "1e-100, 1e-100",
    "2e23, 2e+23"
  })
  void shouldWriteWhatPythonWrites(BigDecimal number, String text) {
    assertThat(PythonFloat.text(number)).isEqualTo(text);
  }
}
