package org.plimsoll.solvency.outlook;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// Books and runs for tests.
final class Outlooks {
  private Outlooks() {}

  /// Reads a book of `venue` as of the last day of 2022.
  static Book book(String rest) {
    return crowd(0, rest);
  }

  /// Reads a book with so many customers besides, `p0` and on.
  static Book crowd(int customers, String rest) {
    String head =
        """
        book: 1
        title: a test
        as-of: 2022-12-31
        currency: USD
        subject: venue
        assets:
          - {id: USD, kind: fiat, tier: liquid, price: 1}
          - {id: X, kind: coin, tier: liquid, price: 100}
          - {id: Y, kind: coin, tier: less-liquid, price: 20}
        parties:
          - {id: venue, kind: venue}
          - {id: bank, kind: lender}
          - {id: fund, kind: fund}
          - {id: savers, kind: customer}
        """;
    StringBuilder parties = new StringBuilder();
    for (int i = 0; i < customers; i++) {
      parties.append("  - {id: p" + i + ", kind: customer}\n");
    }
    String text = head + parties + rest;
    return read(
        BookReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "test",
            Optional.empty()));
  }

  static Book shipped(String name) {
    return read(BookReader.read(name));
  }

  private static Book read(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  static Choices choices(double correlation, double withdrawn, double volatility) {
    return new Choices(correlation, withdrawn, new TreeMap<>(Map.of("X", volatility)));
  }

  static Outlook run(Book book, Choices choices, int paths, int days, long seed) {
    return OutlookRun.of(book, choices, new OutlookPlan(paths, days, seed, 2), _ -> true);
  }

  static Outlook.Fate subject(Outlook outlook, End end) {
    return outlook.of(end, true).orElseThrow().fates().getFirst();
  }
}
