package org.plimsoll.bench.orders;

import java.util.List;
import java.util.Locale;
import org.plimsoll.bench.orders.VenueTrial.Market;
import org.plimsoll.bench.orders.VenueTrial.Plan;

/// Compares the whole command of this project's venue with a peer's bare order book over recorded
/// streams, and prints a table.
public final class VenueContest {
  private static final long SEED = 20_221_111;

  private VenueContest() {}

  /// Runs what the arguments name, each as `name=value,value`: `regimes`, `resting`, `accounts` (a
  /// count, with `z` behind it for a skewed draw), `draws`, `markets`, and as single numbers
  /// `commands`, `rounds`, `warmups`, `ticks`.
  public static void main(String... arguments) {
    Choice choice = Choice.of(arguments);
    System.out.println("load average " + Load.average());
    System.out.println(
        "| market | regime | draw | resting | accounts | peer, ns | venue, ns | ratio | quartiles |"
            + " trades |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    choice.forEachCase(VenueContest::compare);
    System.out.println("load average " + Load.average());
  }

  private static void compare(Case chosen) {
    OrderStream stream =
        StreamRecorder.record(
            chosen.regime, chosen.draw, chosen.resting, chosen.commands, chosen.accounts, SEED);
    Plan plan = new Plan(stream, chosen.market, chosen.accounts.accounts(), chosen.ticks);
    SideBySide contest = new SideBySide(contestants(stream, plan), chosen.rounds, chosen.warmups);
    List<SideBySide.Score> scores = contest.run(stream.count() - stream.prefill());
    SideBySide.Score ours = scores.getLast();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %,d | %,d%s | %.0f | %.0f | %.2f | %.2f to %.2f%s | %,d |%n",
        chosen.market,
        chosen.regime,
        chosen.draw,
        chosen.resting,
        chosen.accounts.accounts(),
        chosen.accounts.isSkewed() ? " skewed" : "",
        scores.getFirst().nanos(),
        ours.nanos(),
        ours.ratio(),
        ours.low(),
        ours.high(),
        ours.isWide() ? " (wide)" : "",
        trades(stream));
  }

  /// Returns who is compared, the peer first.
  static List<Contestant> contestants(OrderStream stream, Plan plan) {
    return List.of(
        new Contestant(
            "exchange-core 0.5.3 direct, bare",
            () -> new BookContest.BookTrial(new ExchangeCoreBook(), stream)),
        new Contestant("Plimsoll, whole command", () -> new VenueTrial(plan)));
  }

  private static long trades(OrderStream stream) {
    BookContest.BookTrial counted = new BookContest.BookTrial(new PlimsollBook(), stream);
    counted.run();
    return counted.book().tape().trades();
  }

  /// One line of the table.
  record Case(
      Market market,
      Regime regime,
      OrderDraw draw,
      int resting,
      AccountDraw accounts,
      int commands,
      int rounds,
      int warmups,
      int ticks) {}
}
