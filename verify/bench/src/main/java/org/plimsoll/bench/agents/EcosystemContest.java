package org.plimsoll.bench.agents;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.plimsoll.bench.orders.Choice;
import org.plimsoll.bench.orders.Load;

/// Times a market full of agents, and the calendar that wakes them, and prints tables.
///
/// Checked first: a day from the same seed ends in the same state each time, the venue's books
/// agree with the world's ledger, and everybody's wealth is explained.
public final class EcosystemContest {
  /// What ABIDES (jpmc-public, configuration RMSC04, Python 3.11) does in a processor second on the
  /// same kind of machine: 40,000 to 49,000 messages.
  private static final double PEER = 45_000;

  private static final double NANOS = 1e9;
  private static final long SEED = 2022;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private EcosystemContest() {}

  /// Runs `rounds=5` days of `seconds=3600` with `noise=1000` traders after `warmups=2`, then
  /// crowds of `agents=1000,10000,100000` for `wakeups=5000000`.
  public static void main(String... arguments) {
    Choice choice = Choice.of(arguments);
    EcosystemContest contest = new EcosystemContest();
    System.out.println("load average " + Load.average());
    contest.days(
        choice.number("noise", 1_000),
        choice.number("seconds", 3_600),
        choice.number("warmups", 2),
        choice.number("rounds", 5));
    System.out.println();
    System.out.println("| agents | wake-up, ns | from | to | looking at one, ns |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (int agents : choice.numbers("agents", "1000,10000,100000")) {
      contest.crowd(agents, choice.number("wakeups", 5_000_000), choice.number("rounds", 5));
    }
    System.out.println("load average " + Load.average());
  }

  private void days(int noise, int seconds, int warmups, int rounds) {
    System.out.println(
        "| noise traders | messages | trades | venue events | messages a second | ABIDES | venue"
            + " events a second | bytes a message |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    long hash = 0;
    for (int round = -warmups; round < rounds; round++) {
      TradingDay day = new TradingDay(SEED, noise);
      long events = day.economy().exchange().events();
      long messages = day.messages();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = threads.getCurrentThreadCpuTime();
      day.run(seconds);
      double taken = (threads.getCurrentThreadCpuTime() - start) / NANOS;
      allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
      day.economy().reconciliation().checkAll();
      day.economy().wealth().check();
      long after = day.economy().hash();
      if (round > -warmups && after != hash) {
        throw new IllegalStateException("the same seed ended in another state");
      }
      hash = after;
      if (round >= 0) {
        report(
            noise,
            day,
            day.messages() - messages,
            day.economy().exchange().events() - events,
            taken,
            allocated);
      }
    }
    System.out.printf(Locale.ROOT, "state hash %016x%n", hash);
  }

  private static void report(
      int noise, TradingDay day, long messages, long events, double taken, long allocated) {
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %,d | %,d | %,.0f | x %.1f | %,.0f | %.1f |%n",
        noise,
        messages,
        day.trades(),
        events,
        messages / taken,
        messages / taken / PEER,
        events / taken,
        (double) allocated / messages);
  }

  private void crowd(int agents, int wakeUps, int rounds) {
    long again = new SleeperCrowd(agents).run(wakeUps);
    double[] each = new double[rounds];
    double visit = 0;
    for (int round = 0; round < rounds; round++) {
      SleeperCrowd crowd = new SleeperCrowd(agents);
      crowd.run(wakeUps / 5);
      long start = threads.getCurrentThreadCpuTime();
      long woken = crowd.run(wakeUps);
      long middle = threads.getCurrentThreadCpuTime();
      long seen = crowd.visit(wakeUps);
      visit = (double) (threads.getCurrentThreadCpuTime() - middle) / wakeUps;
      each[round] = (double) (middle - start) / woken;
      if (seen == 0 || Math.abs(woken - again) > again / 10) {
        throw new IllegalStateException(woken + " wake-ups, not about " + again);
      }
    }
    Arrays.sort(each);
    System.out.printf(
        Locale.ROOT,
        "| %,d | %.0f | %.0f | %.0f | %.0f |%n",
        agents,
        each[rounds / 2],
        each[0],
        each[rounds - 1],
        visit);
  }
}
