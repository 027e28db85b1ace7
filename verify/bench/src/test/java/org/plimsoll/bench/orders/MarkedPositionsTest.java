package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.units.MarginStage;

class MarkedPositionsTest {
  private static final int ACCOUNTS = 100;

  @Test
  void shouldLetThoseFailThatHaveLittleAndNobodyElse() {
    MarkedPositions positions = new MarkedPositions(ACCOUNTS, 7, new EventEncoder());
    positions.quote(MarkedPositions.QUIET_TICKS);
    positions.tick();
    assertThat(failing(positions)).isEmpty();
    positions.quote(MarkedPositions.FALLEN_TICKS);
    positions.tick();
    assertThat(failing(positions)).containsExactly(2, 4, 6, 8, 10, 12, 14);
    ZeroSums.require(positions.floor().venue().view());
  }

  private static int[] failing(MarkedPositions positions) {
    return IntStream.range(0, ACCOUNTS)
        .filter(
            account -> positions.floor().venue().view().marginStage(account) != MarginStage.HEALTHY)
        .toArray();
  }
}
