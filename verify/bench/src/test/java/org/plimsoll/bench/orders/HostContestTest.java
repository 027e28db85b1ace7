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
            Regime.SWING_25, OrderDraw.UNIFORM, 50, 2_000, new AccountDraw(10, false), 1);
    HostTape tape = HostTape.of(stream, VenueTrial.Market.PERPETUAL, 10);
    requireSame(tape, folder);
  }

  @Test
  void shouldJournalTransfersAndReplayThemToTheSameState(@TempDir Path folder) throws Exception {
    requireSame(HostTape.ofTransfers(Transfers.draw(10, 2_000, 1)), folder);
  }

  private static void requireSame(HostTape tape, Path folder) throws Exception {
    assertThat(HostContest.journal(tape, folder)).isPositive();
    assertThat(HostContest.replay(tape, folder)).isPositive();
  }
}
