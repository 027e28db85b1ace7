package org.plimsoll.bench.orders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.bench.orders.PostgresLedger.Batch;
import org.plimsoll.bench.orders.RatesInTurn.Runner;
import org.plimsoll.bench.orders.RatesInTurn.Score;

/// Durable moves of money: a host on its journal beside PostgreSQL, in one run and turn by turn,
/// both on the disk of the working directory. Elapsed time, as several threads, processes and a
/// disk take part in it. Every run must lead to the balances that the moves lead to.
public final class LedgerContest {
  private static final long SEED = 20_221_111;

  private final Transfers all;
  private final Transfers batched;
  private final Transfers called;
  private final int batch;
  private final int clients;
  private final int rounds;
  private final int warmups;

  LedgerContest(Choice choice) {
    all =
        Transfers.draw(
            choice.number("accounts", 10_000), choice.number("transfers", 1_000_000), SEED);
    batched = all.first(Math.min(all.count(), choice.number("batched", 200_000)));
    called = all.first(Math.min(all.count(), choice.number("called", 50_000)));
    batch = choice.number("batch", 1_000);
    clients = choice.number("clients", 32);
    rounds = choice.number("rounds", 7);
    warmups = choice.number("warmups", 2);
  }

  /// Runs `rounds=7` turns after `warmups=2` over `transfers=1000000` between `accounts=10000`, of
  /// which PostgreSQL makes the first `batched=200000` by `batch=1000` in a transaction and the
  /// first `called=50000` by one call each of `clients=32`.
  public static void main(String... arguments) throws Exception {
    Choice choice = Choice.of(arguments);
    Path folder = Files.createTempDirectory(Path.of(""), "ledger-contest-");
    try {
      System.out.println("load average " + Load.average());
      RatesInTurn.print(new LedgerContest(choice).run(folder));
      System.out.println("load average " + Load.average());
    } finally {
      HostContest.delete(folder);
    }
  }

  List<Score> run(Path folder) throws Exception {
    try (PostgresLedger postgres = new PostgresLedger(folder.resolve("postgres"), clients)) {
      System.out.println(postgres.version());
      requireAgreement(postgres, folder);
      HostLedger host = new HostLedger(all, folder);
      return RatesInTurn.run(
          List.of(
              new Runner("host", host::run),
              new Runner(
                  "PostgreSQL, %,d a transaction".formatted(batch),
                  () -> postgres.runBatches(batched, batch, Batch.ONE_BY_ONE)),
              new Runner(
                  "the same, netted", () -> postgres.runBatches(batched, batch, Batch.NETTED)),
              new Runner(
                  "PostgreSQL, one a call, %d clients".formatted(clients),
                  () -> postgres.runCalls(called))),
          rounds,
          warmups);
    }
  }

  /// Lets everybody make the same moves once: each fails unless it comes to the same balances.
  private void requireAgreement(PostgresLedger postgres, Path folder) throws Exception {
    new HostLedger(called, folder).run();
    postgres.runBatches(called, batch, Batch.ONE_BY_ONE);
    postgres.runBatches(called, batch, Batch.NETTED);
    postgres.runCalls(called);
  }
}
