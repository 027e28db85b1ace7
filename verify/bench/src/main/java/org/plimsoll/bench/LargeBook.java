package org.plimsoll.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.AssetRow;
import org.plimsoll.solvency.book.Interval;

/// A folder with a book whose accounts stand in a table, and the sums that were written into it.
///
/// One account in twenty owes dollars against coins; the others are owed both.
public final class LargeBook {
  private static final long SEED = 20_221_111;
  private static final int CENTS_MAX = 2_000_000;
  private static final int SATOSHI_MAX = 100_000_000;
  private static final String HEAD =
      """
      book: 1
      title: A large venue
      as-of: 2026-01-31
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: BTC, kind: coin, tier: less-liquid, price: 60000}
      parties:
        - {id: venue, kind: venue}
        - {id: customers, kind: customer}
      tables: {accounts: %s}
      custody:
        - {location: bank, kind: bank, asset: USD, quantity: 10bn}
        - {location: wallet, kind: wallet, asset: BTC, quantity: 1m}
      """;

  private final UniformRandomProvider random = RandomSource.PHILOX_4X64.create(SEED);
  private long centsOwedTo;
  private long centsOwedBy;
  private long satoshi;

  private LargeBook() {}

  /// Writes a book into an empty folder.
  ///
  /// @param accounts how many
  /// @throws IOException if the folder cannot be written
  public static LargeBook write(Path folder, int accounts) throws IOException {
    LargeBook book = new LargeBook();
    Files.writeString(folder.resolve("book.yaml"), HEAD.formatted("accounts.csv"));
    book.writeTable(folder.resolve("accounts.csv"), 0, accounts);
    return book;
  }

  /// Writes the same accounts into parts of the same size.
  ///
  /// @param accounts how many
  /// @param parts into how many tables, a divisor of `accounts`
  /// @throws IOException if the folder cannot be written
  public static LargeBook write(Path folder, int accounts, int parts) throws IOException {
    LargeBook book = new LargeBook();
    Files.writeString(folder.resolve("book.yaml"), HEAD.formatted("accounts-*.csv"));
    int width = Integer.toString(parts - 1).length();
    for (int part = 0; part < parts; part++) {
      String number = "0".repeat(width - Integer.toString(part).length()) + part;
      int first = accounts / parts * part;
      book.writeTable(
          folder.resolve("accounts-" + number + ".csv"), first, first + accounts / parts);
    }
    return book;
  }

  private void writeTable(Path file, int first, int end) throws IOException {
    try (BufferedWriter table = Files.newBufferedWriter(file)) {
      table.write("id,owner,balances.USD,balances.BTC\n");
      for (int account = first; account < end; account++) {
        long cents = 1 + random.nextLong(CENTS_MAX);
        long coins = 1 + random.nextLong(SATOSHI_MAX);
        boolean owes = random.nextInt(20) == 0;
        table.write(
            "A" + account + ",customers," + (owes ? "-" : "") + BigDecimal.valueOf(cents, 2));
        table.write("," + BigDecimal.valueOf(coins, 8).toPlainString() + "\n");
        centsOwedTo += owes ? 0 : cents;
        centsOwedBy += owes ? cents : 0;
        satoshi += coins;
      }
    }
  }

  /// Demands that an assessment has every sum that was written.
  ///
  /// @throws IllegalStateException if one is another
  public void check(Assessment assessment) {
    AssetRow dollars = assessment.assets().getFirst();
    AssetRow coins = assessment.assets().getLast();
    demand(dollars.owedTo(), BigDecimal.valueOf(centsOwedTo, 2));
    demand(dollars.owedBy(), BigDecimal.valueOf(centsOwedBy, 2));
    demand(coins.owedTo(), BigDecimal.valueOf(satoshi, 8));
  }

  private static void demand(Interval found, BigDecimal written) {
    if (!found.equals(Interval.exactly(written))) {
      throw new IllegalStateException("the sum is " + found + ", but " + written + " was written");
    }
  }
}
