package org.plimsoll.proof;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// Books of tests: written ones, and random ones.
final class Books {
  private Books() {}

  static Book read(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return book(BookReader.read(new ByteArrayInputStream(bytes), "test"));
  }

  static Book shipped(String name) {
    return book(BookReader.read(name));
  }

  static Snapshot snapshot(Book book) {
    return value(Snapshot.of(book));
  }

  static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T>(T value) -> value;
      case Reading.Unreadable<T>(String reason) -> throw new AssertionError(reason);
    };
  }

  static <T> String refusal(Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T>(T value) -> throw new AssertionError("was read: " + value);
      case Reading.Unreadable<T>(String reason) -> reason;
    };
  }

  /// Returns a book of `count` accounts with 1 to 4 assets, debts and zeros among their balances.
  static Book random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      assets.add(asset("A" + (9 - i), 1 + random.nextInt(1000)));
    }
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SortedMap<String, Figure> balances = new TreeMap<>();
      for (Asset asset : assets) {
        long units = random.nextInt(5) == 0 ? 0 : random.nextLong(-1_000_000, 5_000_000);
        BigDecimal balance = BigDecimal.valueOf(units, random.nextInt(9));
        balances.put(asset.id(), Figure.of(Interval.exactly(balance)));
      }
      String id = Long.toString(random.nextLong(1L << 40), 36) + "-" + i;
      accounts.add(new Account(id, "c", false, List.of(), balances));
    }
    return new Book(
        "random",
        "2026-01-31",
        "USD",
        "venue",
        List.of(),
        assets,
        List.of(),
        accounts,
        List.of(),
        List.of(),
        List.of(),
        Policies.DEFAULT);
  }

  private static Asset asset(String id, int price) {
    return new Asset(
        id,
        Asset.Kind.COIN,
        Optional.empty(),
        Asset.Tier.LIQUID,
        Figure.of(Interval.exactly(BigDecimal.valueOf(price))),
        Optional.of(
            new CollateralWeights(new BigDecimal("0.8"), new BigDecimal("0.9"), BigDecimal.ZERO)));
  }

  private static Book book(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
