package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpiryHourTest {
  private static final long HOUR = 3_600_000_000_000L;

  @Test
  void shouldBeNothingWithoutAnIndex() {
    ExpiryHour hour = new ExpiryHour(5 * HOUR);
    hour.pass(7, 0, 4 * HOUR);
    hour.pass(0, 4 * HOUR, 6 * HOUR);
    hour.pass(7, 6 * HOUR, 7 * HOUR);
    assertThat(hour.meanE9()).isZero();
  }

  @Test
  void shouldBeTheMeanOfTheTimeThatHadAnIndex() {
    ExpiryHour hour = new ExpiryHour(5 * HOUR);
    hour.pass(0, 3 * HOUR, 4 * HOUR + HOUR / 2);
    hour.pass(10, 4 * HOUR + HOUR / 2, 5 * HOUR - HOUR / 4);
    hour.pass(13, 5 * HOUR - HOUR / 4, 9 * HOUR);
    assertThat(hour.meanE9()).isEqualTo(11);
  }

  /// No part of a nanosecond or of a price is lost, however large the prices and short the times.
  @Test
  void shouldBeExact() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long expiry = random.nextLong(3 * HOUR);
      ExpiryHour hour = new ExpiryHour(expiry);
      BigInteger sum = BigInteger.ZERO;
      BigInteger held = BigInteger.ZERO;
      long to = 0;
      for (int i = 0; i < 40; i++) {
        long from = to;
        to += random.nextLong(1 + (HOUR >> random.nextInt(40)));
        long index = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
        hour.pass(index, from, to);
        long ns = Math.max(0, Math.min(to, expiry) - Math.max(from, expiry - HOUR));
        if (index > 0) {
          sum = sum.add(BigInteger.valueOf(index).multiply(BigInteger.valueOf(ns)));
          held = held.add(BigInteger.valueOf(ns));
        }
      }
      BigInteger mean = held.signum() == 0 ? BigInteger.ZERO : sum.divide(held);
      assertThat(hour.meanE9()).as("seed %s", seed).isEqualTo(mean.longValueExact());
    }
  }
}
