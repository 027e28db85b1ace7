package org.plimsoll.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.plimsoll.mirror.Surroundings.AssetFacts;
import org.plimsoll.protocol.AccountCommand.OpenAccount;
import org.plimsoll.protocol.CashCommand.DepositAsset;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.protocol.Request;
import org.plimsoll.server.file.VenueFileReader;
import org.plimsoll.server.file.VenueFileResult.ReadVenue;
import org.plimsoll.server.solvency.LiveFacts;
import org.plimsoll.server.solvency.Reading;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.units.Exact;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;

/// A reading of the solvency of a venue with many accounts, of which one in twenty owes dollars
/// against a coin.
final class BookReading {
  private static final int OWES_EVERY = 20;
  private static final long DOLLAR = 1_000_000;
  private static final long COIN = 100_000_000;
  private static final long DEPOSIT = 1_000;
  private static final long LOAN = 10_000;
  private static final long PRICE = 60_000;
  private static final int CLIENT_ACCOUNTS = 1;

  private final Venue venue;
  private final int accounts;
  private long sequence;

  private BookReading(int accounts) {
    this.accounts = accounts;
    Limits limits = new Limits(16, accounts + 2 * CLIENT_ACCOUNTS, 16, 64, 16, 100, 100_000);
    venue =
        new Venue(
            limits,
            new EventRecorder(event -> {
              if (event instanceof CommandRefused) {
                throw new IllegalStateException(event.toString());
              }
            }));
    Instant now = Instant.ofEpochSecond(1_700_000_000);
    take(new AdvanceTime(now.getEpochSecond() * Exact.ONE_E9, 1));
    byte[] file = MeasuredServer.venue(CLIENT_ACCOUNTS).getBytes(UTF_8);
    ReadVenue read = (ReadVenue) new VenueFileReader(limits, now).read(file, "venue.yaml");
    read.opening().commands().forEach(this::take);
    take(new AdvanceTime((now.getEpochSecond() + 1) * Exact.ONE_E9, 1));
    for (int account = CLIENT_ACCOUNTS; account < accounts + CLIENT_ACCOUNTS; account++) {
      take(new OpenAccount(account, "account-" + account));
      take(new DepositAsset(account, 0, DEPOSIT * DOLLAR, 0));
      take(new DepositAsset(account, 1, COIN, 1));
      if (account % OWES_EVERY == 0) {
        take(new WithdrawAsset(account, 0, (DEPOSIT + LOAN) * DOLLAR, 0));
      }
    }
  }

  private void take(Command command) {
    new Request(0, ++sequence, command).deliverTo(venue);
  }

  /// Reads the books so many times, after a few that do not count, and prints how long it took.
  ///
  /// @throws IllegalStateException if a reading has another debt than the venue was given
  static void measure(int accounts, int readings) {
    BookReading books = new BookReading(accounts);
    LiveFacts facts = facts();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] elapsed = new double[readings];
    double[] processor = new double[readings];
    for (int i = -2; i < readings; i++) {
      long cpuNs = threads.getCurrentThreadCpuTime();
      Reading reading = Reading.of(books.venue.view(), facts);
      cpuNs = threads.getCurrentThreadCpuTime() - cpuNs;
      books.requireRight(reading);
      if (i >= 0) {
        elapsed[i] = reading.tookNs() / 1e6;
        processor[i] = cpuNs / 1e6;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "a reading of %d accounts, of which %d owe: median %.0f ms, %.0f ms of processor time, %d"
            + " readings%n",
        accounts,
        accounts / OWES_EVERY,
        ServerContest.median(elapsed),
        ServerContest.median(processor),
        readings);
  }

  /// What the venue owes is known: every deposit at its price, less what its owner owes.
  private void requireRight(Reading reading) {
    long owing = accounts / OWES_EVERY;
    long dollars = CLIENT_ACCOUNTS * 10_000_000L + (accounts - owing) * DEPOSIT;
    long coins = CLIENT_ACCOUNTS * 1_000L + accounts;
    String owed = reading.assessment().atMark().owed().toString();
    String expected = Long.toString(dollars + coins * PRICE - owing * LOAN);
    if (!owed.equals("Interval[low=%s, high=%s]".formatted(expected, expected))) {
      throw new IllegalStateException(
          "the reading says that " + owed + " is owed, not " + expected);
    }
  }

  private static LiveFacts facts() {
    return new LiveFacts(
        "measured",
        new TreeSet<>(),
        Map.of(
            "USD", new AssetFacts(Asset.Kind.FIAT, Asset.Tier.LIQUID, Optional.empty()),
            "BTC", new AssetFacts(Asset.Kind.COIN, Asset.Tier.LIQUID, Optional.empty())));
  }
}
