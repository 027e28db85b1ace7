package org.plimsoll.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.plimsoll.host.HostClock;

class PaceTest {
  private static final long SECOND_NS = 1_000_000_000L;

  @Test
  void aFastClockGoesOnFromWhereTheVenueIsAheadOfTheWorld() {
    long ahead = HostClock.ofSystem().nowNs() + 1_000_000 * SECOND_NS;
    HostClock clock = new Pace.Fast(BigDecimal.valueOf(1_000_000)).from(ahead);
    long first = clock.nowNs();
    assertThat(first).isGreaterThanOrEqualTo(ahead);
    while (clock.nowNs() - first < SECOND_NS) {
      Thread.onSpinWait();
    }
    assertThat(HostClock.ofSystem().nowNs()).isLessThan(ahead);
  }

  @Test
  void aManualClockStandsUntilItIsMoved() {
    Pace.Hands hands = new Pace.Hands();
    HostClock clock = new Pace.Manual(hands).from(5 * SECOND_NS);
    assertThat(clock.nowNs()).isEqualTo(5 * SECOND_NS);
    hands.advance(SECOND_NS);
    assertThat(clock.nowNs()).isEqualTo(6 * SECOND_NS);
  }
}
