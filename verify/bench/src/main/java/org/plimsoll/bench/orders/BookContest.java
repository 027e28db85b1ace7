package org.plimsoll.bench.orders;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Compares bare order books over every regime and depth, and prints a table.
public final class BookContest {
  private static final int COMMANDS = 1_000_000;
  private static final List<Integer> DEPTHS = List.of(1_000, 100_000, 1_000_000);
  private static final AccountDraw ACCOUNTS = new AccountDraw(1_000, false);
  private static final long SEED = 20_221_111;
  private static final int ROUNDS = 9;
  private static final int WARMUPS = 3;

  private BookContest() {}

  /// Runs the comparison; `quick` takes the smallest depth only.
  public static void main(String... arguments) {
    boolean isQuick = List.of(arguments).contains("quick");
    System.out.println("| regime | resting | engine | ns/command | ratio | quartiles | trades |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (int resting : isQuick ? DEPTHS.subList(0, 1) : DEPTHS) {
      for (Regime regime : Regime.values()) {
        compare(regime, resting);
      }
    }
  }

  private static void compare(Regime regime, int resting) {
    OrderStream stream =
        StreamRecorder.record(regime, OrderDraw.UNIFORM, resting, COMMANDS, ACCOUNTS, SEED);
    BookTrial counted = new BookTrial(new PlimsollBook(), stream);
    counted.run();
    long trades = counted.book().tape().trades();
    SideBySide contest = new SideBySide(contestants(stream), ROUNDS, WARMUPS);
    for (SideBySide.Score score : contest.run(stream.count() - stream.prefill())) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %s | %.0f | %.2f | %.2f to %.2f%s | %,d |%n",
          regime,
          resting,
          score.name(),
          score.nanos(),
          score.ratio(),
          score.low(),
          score.high(),
          score.isWide() ? " (wide)" : "",
          trades);
    }
  }

  /// Returns the order books that are compared over a stream, ours first.
  static List<Contestant> contestants(OrderStream stream) {
    return List.of(
        contestant("Plimsoll", PlimsollBook::new, stream),
        contestant("exchange-core 0.5.3 direct", ExchangeCoreBook::new, stream),
        contestant("parity-match 0.7.0", ParityBook::new, stream));
  }

  private static Contestant contestant(
      String name, Supplier<BookUnderTest> book, OrderStream stream) {
    return new Contestant(name, () -> new BookTrial(book.get(), stream));
  }

  /// One run of a stream through a fresh order book, filled before it is timed.
  record BookTrial(BookUnderTest book, OrderStream stream) implements Contestant.Trial {
    BookTrial {
      book.play(stream, 0, stream.prefill());
    }

    @Override
    public void run() {
      book.play(stream, stream.prefill(), stream.count());
    }

    @Override
    public long fingerprint() {
      return book.tape().fingerprint(book.restingOrders());
    }
  }
}
