package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.LoadLines;
import org.plimsoll.solvency.loadline.MarginalSpiral;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.stress.StressTest;

/// However the accounts of a book are cut into parts, what is said of it is what is said of the
/// whole, to the last digit.
class PartedBookLaws {
  private static final int BOOKS = 300;
  private static final int BALANCE_MAX = 60;

  @TempDir private Path folder;

  @Test
  void partsSayWhatTheWholeSays() throws IOException {
    for (long seed = 0; seed < BOOKS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Book drawn = seed % 3 == 0 ? RandomBook.exact(seed) : RandomBook.withRanges(seed);
      check("seed " + seed, withCreditors(drawn, random), random, seed % 2 == 0);
    }
  }

  @Test
  void partsOfOddBooksSayWhatTheWholeSays() throws IOException {
    for (long seed = 0; seed < BOOKS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Book book = BookTables.oneSourceEach(new RandomBooks(seed).next());
      check("seed " + seed, withCreditors(book, random), random, false);
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void partsOfAShippedBookSayWhatTheWholeSays(String name) throws IOException {
    Book book = BookTables.oneSourceEach(read(BookReader.read(name)));
    for (long seed = 0; seed < 3; seed++) {
      check(name, book, new SplittableRandom(seed), false);
    }
  }

  private static Stream<String> shipped() {
    return ShippedBooks.names().stream();
  }

  private void check(String what, Book book, SplittableRandom random, boolean isSent)
      throws IOException {
    write(book, random);
    Book whole = read(BookReader.read(folder));
    FoldedBook folded = fold(isSent ? PartedBookLaws::sent : new PartThreads(1));
    assertThat(whole).as(what).isEqualTo(book);
    assertThat(folded.hash()).as(what).isEqualTo(BookHash.of(whole));
    assertSame(what, Assessment.of(folded.book(), folded.accounts()), Assessment.of(whole));
    Scenario scenario = scenario(book, random);
    StressTest parts = StressTest.of(folded.book(), folded.accounts(), scenario);
    StressTest one = StressTest.of(whole, scenario);
    assertSame(what, parts.after(), one.after());
    assertThat(parts.withdrawals()).as(what).isEqualTo(one.withdrawals());
    assertThat(parts.contagion()).as(what).isEqualTo(one.contagion());
    assertThat(parts.attribution()).as(what).isEqualTo(one.attribution());
    assertThat(parts.reverse()).as(what).isEqualTo(one.reverse());
    assertThat(risks(folded.book())).as(what).isEqualTo(risks(whole));
  }

  private static String risks(Book whole) {
    Book book = CreditorPool.of(whole);
    return LiquidityLadder.of(book)
        + "\n"
        + LoadLines.of(book, LoadLines.HORIZONS)
        + "\n"
        + MarginalSpiral.of(book, Corner.CAREFUL);
  }

  private static void assertSame(String what, Assessment parts, Assessment whole) {
    for (RecordComponent component : Assessment.class.getRecordComponents()) {
      if (!component.getName().equals("book")) {
        assertThat(value(component, parts))
            .as("%s, %s", what, component.getName())
            .isEqualTo(value(component, whole));
      }
    }
  }

  private static Object value(RecordComponent component, Assessment assessment) {
    try {
      return component.getAccessor().invoke(assessment);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Scenario scenario(Book book, SplittableRandom random) {
    SortedMap<String, BigDecimal> falls = new TreeMap<>();
    for (Asset asset : book.assets()) {
      if (random.nextBoolean() && !asset.id().equals(book.currency())) {
        falls.put(asset.id(), BigDecimal.valueOf(random.nextInt(11), 1));
      }
    }
    List<String> defaults =
        book.parties().stream()
            .map(Party::id)
            .filter(_ -> random.nextInt(4) == 0)
            .filter(party -> !party.equals(book.subject()))
            .toList();
    return new Scenario(falls, new BigDecimal("0.3"), new BigDecimal("0.5"), defaults);
  }

  /// Most accounts of a large book owe nothing; what a party has in many of them is one sum.
  private static Book withCreditors(Book book, SplittableRandom random) {
    List<Account> accounts = new ArrayList<>(book.accounts());
    for (int i = random.nextInt(20); i > 0; i--) {
      SortedMap<String, Figure> balances = new TreeMap<>();
      for (Asset asset : book.assets()) {
        if (random.nextBoolean()) {
          balances.put(asset.id(), new Figure(balance(random), "a statement"));
        }
      }
      List<Account.Exemption> exemptions =
          random.nextInt(5) == 0 ? List.of(Account.Exemption.NO_LIQUIDATION) : List.of();
      String owner = book.parties().get(random.nextInt(book.parties().size())).id();
      accounts.add(
          random.nextInt(accounts.size() + 1),
          new Account("creditor-" + i, owner, random.nextInt(4) == 0, exemptions, balances));
    }
    return book.withAccounts(accounts);
  }

  private static Interval balance(SplittableRandom random) {
    BigDecimal low = BigDecimal.valueOf(random.nextInt(BALANCE_MAX), random.nextInt(3));
    return switch (random.nextInt(12)) {
      case 0 -> new Interval(low, null);
      case 1 -> Interval.between(low, low.add(BigDecimal.TEN));
      default -> Interval.exactly(low);
    };
  }

  private void write(Book book, SplittableRandom random) throws IOException {
    clear();
    List<Account> accounts = book.accounts();
    int written = random.nextBoolean() ? 0 : random.nextInt(accounts.size() + 1);
    boolean isOpen = accounts.stream().anyMatch(account -> !account.positions().isEmpty());
    String positions = isOpen ? ", positions: positions-*.csv" : "";
    Files.writeString(
        folder.resolve("book.yaml"),
        BookWriter.write(book.withAccounts(accounts.subList(0, written)))
            + "tables: {accounts: accounts-*.csv"
            + positions
            + "}\n");
    int part = 0;
    do {
      int end = written + random.nextInt(accounts.size() - written + 1);
      end = part == 7 ? accounts.size() : end;
      writePart(book.withAccounts(accounts.subList(written, end)), part++, isOpen);
      written = end;
    } while (written < accounts.size() || part < 2);
  }

  private void writePart(Book part, int number, boolean isOpen) throws IOException {
    String name = String.format(Locale.ROOT, "-%03d.csv", number);
    Files.writeString(folder.resolve("accounts" + name), BookTables.accounts(part, "\n"));
    if (isOpen) {
      Files.writeString(folder.resolve("positions" + name), BookTables.positions(part, "\n"));
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private FoldedBook fold(PartSite site) throws IOException {
    PartedBook parted = PartedBook.find(folder.toString(), Optional.empty()).orElseThrow();
    return switch (parted.fold(site)) {
      case FoldedBook.Result.Read(FoldedBook book) -> book;
      case FoldedBook.Result.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  /// As a part and its fold go to another machine and back.
  private static List<PartFold> sent(List<BookPart> parts) {
    return parts.stream().map(part -> copy(copy(part).fold())).toList();
  }

  @SuppressWarnings("unchecked") // A copy is what it is a copy of.
  private static <T> T copy(T original) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(original);
      }
      return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Book read(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
