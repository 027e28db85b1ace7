package org.plimsoll.bench.orders;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.units.MarginStage;

/// Times the clock command that moves a mark under many positions, of which none, some or many fail
/// by it, and prints a table.
///
/// Checked first: exactly the accounts that are to fail are found, those before the fall not, and
/// the ledger sums to zero.
public final class MarkTickContest {
  private static final int QUIET_TICKS = 1_000;
  private static final double MIDDLE = .5;

  // A fall comes once in a run, so what it calls is compiled by others before.
  private static final int WARMUPS = 5;
  private static final int WARMUP_ACCOUNTS = 20_000;
  private static final int FAILING = 5_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final int accounts;

  private MarkTickContest(int accounts) {
    this.accounts = accounts;
  }

  /// Runs the cases that `crossings=0,100` names, `accounts=1000000` of them, `rounds=3` times
  /// each.
  public static void main(String... arguments) {
    Choice choice = Choice.of(arguments);
    int rounds = choice.number("rounds", 3);
    for (int round = 0; round < WARMUPS; round++) {
      MarkTickContest warmup = new MarkTickContest(WARMUP_ACCOUNTS);
      warmup.fall(new MarkedPositions(WARMUP_ACCOUNTS, FAILING, new EventEncoder()), FAILING);
    }
    System.out.println("load average " + Load.average());
    System.out.println("| positions | that fail | tick, us | from | to | each that fails, ns |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (int accounts : choice.numbers("accounts", "1000,1000000")) {
      for (int failing : choice.numbers("crossings", "0,100,100000")) {
        if (failing < accounts / 2) {
          new MarkTickContest(accounts).run(failing, rounds);
        }
      }
    }
    System.out.println("load average " + Load.average());
  }

  private void run(int failing, int rounds) {
    double[] quiet = new double[rounds];
    double[] falls = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      MarkedPositions positions = new MarkedPositions(accounts, failing, new EventEncoder());
      quiet[round] = quietTick(positions);
      falls[round] = failing == 0 ? quiet[round] : fall(positions, failing);
      ZeroSums.require(positions.floor().venue().view());
    }
    double tick = SideBySide.quantile(falls, MIDDLE);
    double each = (tick - SideBySide.quantile(quiet, MIDDLE)) / Math.max(1, failing);
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %,.1f | %,.1f | %,.1f | %.0f |%n",
        accounts,
        failing,
        tick / 1_000,
        SideBySide.quantile(falls, 0) / 1_000,
        SideBySide.quantile(falls, 1) / 1_000,
        each);
  }

  /// Returns the median of ticks that nobody fails by, in nanoseconds.
  private double quietTick(MarkedPositions positions) {
    double[] taken = new double[QUIET_TICKS];
    for (int i = 0; i < QUIET_TICKS; i++) {
      positions.quote(MarkedPositions.QUIET_TICKS + i % 2);
      taken[i] = tick(positions);
    }
    requireFailing(positions, 0);
    return SideBySide.quantile(taken, MIDDLE);
  }

  private double fall(MarkedPositions positions, int failing) {
    positions.quote(MarkedPositions.FALLEN_TICKS);
    double taken = tick(positions);
    requireFailing(positions, failing);
    return taken;
  }

  private double tick(MarkedPositions positions) {
    long start = threads.getCurrentThreadCpuTime();
    positions.tick();
    return threads.getCurrentThreadCpuTime() - start;
  }

  /// Fails unless so many accounts are in liquidation.
  private void requireFailing(MarkedPositions positions, int expected) {
    int failing = 0;
    for (int account = 0; account < accounts; account++) {
      MarginStage stage = positions.floor().venue().view().marginStage(account);
      failing += stage == MarginStage.HEALTHY ? 0 : 1;
    }
    if (failing != expected) {
      throw new IllegalStateException(failing + " accounts failed, not " + expected);
    }
  }
}
