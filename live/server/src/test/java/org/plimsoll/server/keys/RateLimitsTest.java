package org.plimsoll.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.server.keys.Verdict.Denied;

class RateLimitsTest {
  private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int BTC = 0;
  private static final int ETH = 1;
  private static final int SOL = 2;

  private final RateLimits limits = new RateLimits(Rates.BASE_TIER);

  /// The clock may begin anywhere, and overflow on the way.
  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 150_000_000})
  void twoOrdersOnAMarketAreTakenAndOneMoreEveryHundredMilliseconds(long start) {
    assertThat(limits.order(7, BTC, start)).isEmpty();
    assertThat(limits.order(7, BTC, start)).isEmpty();
    Denied denied = limits.order(7, BTC, start).orElseThrow();
    assertThat(denied.text()).isEqualTo("Do not send more than 2 orders on this market per 200ms");
    assertThat(denied.status()).isEqualTo(429);
    assertThat(limits.order(7, BTC, start + 100 * MS - 1)).isPresent();
    assertThat(limits.order(7, BTC, start + 100 * MS)).isEmpty();
    assertThat(limits.order(7, BTC, start + 100 * MS)).isPresent();
    assertThat(limits.order(7, BTC, start + 300 * MS)).isEmpty();
    assertThat(limits.order(7, BTC, start + 300 * MS)).isEmpty();
    assertThat(limits.order(7, BTC, start + 300 * MS)).isPresent();
  }

  @Test
  void whatAKeyHasUsedComesBackEvenly() {
    assertThat(limits.usedByKey(7, 0)).hasValue(0);
    assertThat(limits.byKey(7, 0)).isEmpty();
    assertThat(limits.byKey(7, 0)).isEmpty();
    assertThat(limits.usedByKey(7, 0)).hasValue(2);
    assertThat(limits.usedByKey(7, 40 * MS)).hasValue(1);
    assertThat(limits.usedByKey(7, 80 * MS)).hasValue(0);
    assertThat(limits.usedByKey(8, 0)).hasValue(0);
    assertThat(new RateLimits(Rates.OFF).usedByKey(7, 0)).isEmpty();
    assertThat(new RateLimits(Rates.OFF).usedByAddress("127.0.0.1", 0)).isEmpty();
  }

  @Test
  void sixOrdersInAllAreTaken() {
    for (int market : new int[] {BTC, BTC, ETH, ETH, SOL, SOL}) {
      assertThat(limits.order(7, market, 0)).isEmpty();
    }
    assertThat(limits.order(7, 3, 0))
        .map(Denied::text)
        .contains("Do not send more than 6 orders total per 200ms");
    assertThat(limits.order(7, BTC, 0)).map(Denied::why).contains(Denial.TOO_MANY_ORDERS_ON_MARKET);
    assertThat(limits.order(8, BTC, 0)).isEmpty();
  }

  /// Otherwise a market would fill up with orders that were never placed.
  @Test
  void whatIsDeniedInAllTakesNothingFromItsMarket() {
    for (int market = 10; market < 16; market++) {
      assertThat(limits.order(7, market, 0)).isEmpty();
    }
    for (int i = 0; i < 5; i++) {
      assertThat(limits.order(7, BTC, 0)).map(Denied::why).contains(Denial.TOO_MANY_ORDERS);
    }
    assertThat(limits.order(7, BTC, 70 * MS)).isEmpty();
    assertThat(limits.order(7, BTC, 70 * MS)).isEmpty();
  }

  /// In any span at most what the bucket holds and what has come back meanwhile, whoever pushes.
  @Test
  void whoSendsWithoutPauseGetsTheRateAndNoMore() {
    int taken = 0;
    for (long now = 0; now < 10_000 * MS; now += MS) {
      taken += limits.order(7, BTC, now).isEmpty() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(2 + 99);
  }

  @Test
  void aKeyHas1500RequestsAMinuteAndThen25ASecond() {
    for (int i = 0; i < 1_500; i++) {
      assertThat(limits.byKey(1, 0)).isEmpty();
    }
    assertThat(limits.byKey(1, 40 * MS - 1))
        .contains(
            new Denied(Denial.TOO_MANY_OF_KEY, "Cannot send more than 1500 requests per minute"));
    assertThat(limits.byKey(1, 40 * MS)).isEmpty();
    assertThat(limits.byKey(1, 40 * MS)).isPresent();
    assertThat(limits.byKey(2, 0)).isEmpty();
  }

  @Test
  void anAddressIsOneInIp4AndANetworkInIp6() {
    RateLimits one = new RateLimits(new Rates(0, 1, 0, 0));
    assertThat(one.fromAddress("192.0.2.1", 0)).isEmpty();
    assertThat(one.fromAddress("192.0.2.1", 0))
        .contains(new Denied(Denial.TOO_MANY_OF_ADDRESS, "Slow down"));
    assertThat(one.fromAddress("192.0.2.2", 0)).isEmpty();
    assertThat(one.fromAddress("2001:db8:0:1::1", 0)).isEmpty();
    assertThat(one.fromAddress("2001:db8:0:1:ffff::2", 0)).isPresent();
    assertThat(one.fromAddress("2001:db8:0:2::1", 0)).isEmpty();
    assertThat(one.fromAddress("[::1]", 0)).isEmpty();
    assertThat(one.fromAddress("a name", 0)).isEmpty();
    assertThat(one.fromAddress("a name", 0)).isPresent();
  }

  @Test
  void limitsCanBeOff() {
    RateLimits off = new RateLimits(Rates.OFF);
    for (int i = 0; i < 100_000; i++) {
      assertThat(off.order(7, BTC, 0)).isEmpty();
      assertThat(off.byKey(1, 0)).isEmpty();
    }
    assertThat(off.fromAddress("127.0.0.1", 0)).isEmpty();
    assertThatThrownBy(() -> new Rates(0, 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOneLongestUntouchedIsForgottenFirst() {
    RateLimits few = new RateLimits(new Rates(1, 0, 0, 0), 2);
    assertThat(few.byKey(1, 0)).isEmpty();
    assertThat(few.byKey(2, 0)).isEmpty();
    assertThat(few.byKey(1, 0)).isPresent();
    assertThat(few.byKey(3, 0)).isEmpty();
    assertThat(few.byKey(1, 0)).isPresent();
    assertThat(few.byKey(2, 0)).isEqualTo(Optional.empty());
  }
}
