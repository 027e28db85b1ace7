package org.plimsoll.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z, 2026-12-25T03:00:00Z, BTC-1225",
    "2026-11-25T03:00:00Z, 2026-12-25T03:00:00Z, BTC-1225",
    "2026-11-25T03:00:01Z, 2027-03-26T03:00:00Z, BTC-0326",
    "2026-12-31T00:00:00Z, 2027-03-26T03:00:00Z, BTC-0326",
    "2022-01-31T00:00:00Z, 2022-03-25T03:00:00Z, BTC-0325",
    "2019-08-27T00:00:00Z, 2019-09-27T03:00:00Z, BTC-0927",
  })
  void shouldEndOnTheLastFridayAtLeastThirtyDaysAhead(Instant now, Instant end, String name) {
    assertThat(Quarter.endAfter(now)).isEqualTo(end);
    assertThat(Quarter.name("BTC", end)).isEqualTo(name);
  }
}
