package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostContestTest {
  @Test
  void shouldJournalAStreamAndReplayItToTheSameState(@TempDir Path folder) throws Exception {
    OrderStream stream =
        StreamRecorder.record(
            Regime.SWING_25, OrderDraw.values()[0], 50, 2_000, new AccountDraw(10, false), 1);
    HostTape tape = HostTape.of(stream, VenueTrial.Market.PERPETUAL, 10);
    assertThat(HostContest.journal(tape, folder)).isPositive();
    assertThat(HostContest.replay(tape, folder)).isPositive();
  }
}
