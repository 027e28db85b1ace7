package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Position;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;

/// What must hold of every book that is read from tables.
class TableLaws {
  private static final int BOOKS = 200;
  private static final int TEXTS = 3_000;
  private static final Place PLACE = new Place("x.csv", 2, 1);
  private static final String[] PIECES = {
    "0",
    "1",
    "25",
    "00",
    ".",
    "..",
    ",",
    "-",
    "k",
    "m",
    "bn",
    "%",
    "unknown",
    "a",
    "Z",
    "_",
    " ",
    "+",
    "é",
    "\n",
    "000",
    "2022-06-30",
    "2022-02-30",
    "wallet",
    "term",
    "true",
    "\u0007",
    "e",
    ""
  };

  @TempDir private Path folder;

  @Test
  void tablesAndYamlSayTheSame() throws IOException {
    for (long seed = 0; seed < BOOKS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Book book = BookTables.oneSourceEach(new RandomBooks(seed).next());
      write(book, random.nextBoolean() ? "\r\n" : "\n", random.nextBoolean() ? "\uFEFF" : "");
      Book read = read(BookReader.read(folder));
      assertThat(read).as("seed %s", seed).isEqualTo(book);
      assertThat(BookHash.of(read)).as("seed %s", seed).isEqualTo(BookHash.of(book));
    }
  }

  @Test
  void positionsInYamlAndInATableAreAssessedAlike() throws IOException {
    String file = BookWriter.write(BookTables.oneSourceEach(openPositions()));
    Files.writeString(folder.resolve("other.yaml"), file);
    Book yaml = read(BookReader.read(folder.resolve("other.yaml")));
    write(yaml, "\n", "");
    Book table = read(BookReader.read(folder));
    assertThat(table.accounts()).anyMatch(account -> !account.positions().isEmpty());
    assertThat(Assessment.of(table)).isEqualTo(Assessment.of(yaml));
  }

  /// Every second account of a shipped book turns what it has of each asset into a position.
  private static Book openPositions() {
    Book book = read(BookReader.read("levine-8"));
    List<Account> accounts = new ArrayList<>();
    for (Account account : book.accounts()) {
      List<Position> positions = new ArrayList<>();
      account
          .balances()
          .forEach((asset, size) -> {
            if (!asset.equals("USD")) {
              positions.add(new Position(asset, size, Figure.of(Interval.exactly(BigDecimal.TEN))));
            }
          });
      accounts.add(accounts.size() % 2 == 0 ? account.withPositions(positions) : account);
    }
    return book.withAccounts(accounts);
  }

  @Test
  void aGroupInYamlAndItsMembersInATableAreAssessedAlike() throws IOException {
    Book grouped = BookTables.oneSourceEach(read(BookReader.read("levine-8")));
    write(grouped, "\n", "");
    Book rows = read(BookReader.read(folder.resolve("book.yaml")));
    assertThat(rows.accounts()).hasSizeGreaterThan(100);
    assertThat(Assessment.of(rows)).isEqualTo(Assessment.of(grouped));
  }

  /// The schema is asked about a row only where the quick tests of the columns are not sure.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts|id,owner,segregated,exemptions,balances.BTC,from,until,source"
            + "|a,b,true,,1,2022-06-30,2022-06-30,s",
        "loans|id,lender,borrower,asset,principal,collateral.BTC,due,liquidation-ltv,recourse,rate,"
            + "callable,maturity,target-ltv,close-factor,bonus,from,until,source"
            + "|a,b,c,BTC,1,2,term,0.5,1,0.1,true,2022-06-30,1,1,0,2022-06-30,2022-06-30,s",
        "positions|account,asset,size,entry,from,until,source"
            + "|a,BTC,-1,2,2022-06-30,2022-06-30,s",
        "custody|location,kind,asset,quantity,encumbered,from,until,source"
            + "|a,wallet,BTC,1,0,2022-06-30,2022-06-30,s",
      })
  void noQuickTestPassesWhatTheSchemaRefuses(String section, String header, String row) {
    Problems problems = new Problems("x.csv", BookReader.KIND);
    BookReading reading = reading(problems);
    TableColumns columns = TableColumns.of(cells(header), section, reading).orElseThrow();
    assertThat(columns.isPlainlyValid(cells(row))).isTrue();
    SplittableRandom random = new SplittableRandom(7);
    int passed = 0;
    for (int i = 0; i < TEXTS; i++) {
      List<Tree.Scalar> cells = new ArrayList<>(cells(row));
      String text = text(random);
      boolean isPlain = random.nextBoolean() && !text.contains(",");
      cells.set(random.nextInt(cells.size()), new Tree.Scalar(text, isPlain, PLACE));
      if (columns.isPlainlyValid(cells)) {
        passed++;
        Problems found = new Problems("x.csv", BookReader.KIND);
        BookSchema.checkEntry(section, columns.entry(cells), found);
        assertThat(found.inFileOrder()).as("`%s`", text).isEmpty();
      }
    }
    assertThat(passed).isBetween(TEXTS / 20, TEXTS / 2);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static BookReading reading(Problems problems) {
    Tree noFile = new Tree.Mapping(List.of(), PLACE);
    DatedParts dates = DatedParts.of(noFile, Optional.of(LocalDate.of(2022, 6, 30)));
    BookReading reading = new BookReading(problems, Tables.none(), dates);
    reading.assets().declare("BTC", PLACE, problems);
    return reading;
  }

  private static List<Tree.Scalar> cells(String line) {
    List<Tree.Scalar> cells = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      cells.add(new Tree.Scalar(cell, true, PLACE));
    }
    return cells;
  }

  private void write(Book book, String lineEnd, String mark) throws IOException {
    Book rest = book.withAccounts(List.of()).withLoans(List.of()).withCustody(List.of());
    String tables =
        "tables: {accounts: accounts.csv, positions: positions.csv, loans: loans.csv,"
            + " custody: custody.csv}\n";
    Files.writeString(folder.resolve("book.yaml"), BookWriter.write(rest) + tables);
    Files.writeString(folder.resolve("accounts.csv"), mark + BookTables.accounts(book, lineEnd));
    Files.writeString(folder.resolve("positions.csv"), mark + BookTables.positions(book, lineEnd));
    Files.writeString(folder.resolve("loans.csv"), mark + BookTables.loans(book, lineEnd));
    Files.writeString(folder.resolve("custody.csv"), mark + BookTables.custody(book, lineEnd));
  }

  private static Book read(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(List<Problem> problems) -> throw new AssertionError(problems);
    };
  }
}
