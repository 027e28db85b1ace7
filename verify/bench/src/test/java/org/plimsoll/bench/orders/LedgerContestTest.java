package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class LedgerContestTest {
  @Test
  void shouldMoveTheSameMoneyThroughAHostAndThroughPostgres(@TempDir Path folder) throws Exception {
    Choice few =
        Choice.of(
            "accounts=10",
            "transfers=2000",
            "batched=1050",
            "called=200",
            "batch=100",
            "clients=3",
            "rounds=1",
            "warmups=0");
    List<RatesInTurn.Score> scores = new LedgerContest(few).run(folder);
    assertThat(scores).hasSize(4).allMatch(score -> score.lowest() > 0);
  }

  @Test
  void shouldRefuseAloneAMoveThatNobodyCanPay(@TempDir Path folder) throws Exception {
    try (PostgresLedger ledger = new PostgresLedger(folder.resolve("postgres"), 1)) {
      ledger.prepare(new Transfers(2, 1, new int[0]));
      assertThat(ledger.refused(0, 0, 1)).isEqualTo(1);
      assertThat(ledger.balances()).containsExactly(1, 1);
    }
  }
}
