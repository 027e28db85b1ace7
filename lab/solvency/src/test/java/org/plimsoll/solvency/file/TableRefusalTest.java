package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRefusalTest {
  private static final String BOOK =
      """
      book: 1
      title: A test
      as-of: 2026-01-31
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: BTC, kind: coin, tier: liquid, price: 60000}
      parties:
        - {id: venue, kind: venue}
        - {id: customers, kind: customer}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeBook() {
    write("book.yaml", BOOK + "tables: {accounts: accounts.csv}\n");
  }

  @Test
  void shouldNameTheFieldThatIsWrongAndTheNearestRightOne() {
    assertThat(
            refused(
                "id,owner,balances.BTC\nann,customers,1\nbob,\"customer\",2\ncid,customers,1e5\n"))
        .containsExactly(
            "accounts.csv:3:5: there is no party `customer` in this book; did you mean"
                + " `customers`?",
            "accounts.csv:4:15: `BTC` is `1e5`, which is not a figure; expected for example"
                + " -10000, 1.5m, unknown; write it without an exponent, such as 1000000 or 1m");
  }

  @Test
  void shouldCountColumnsPastQuotesAndCharactersOfTwoUnits() {
    assertThat(refused("id,source,owner\nann,\"a \"\"b\"\", 𝄞\",nobody\n"))
        .containsExactly("accounts.csv:2:18: there is no party `nobody` in this book");
  }

  @Test
  void shouldRefuseColumnsThatNoEntryHas() {
    assertThat(refused("id,ownr,balances.BTX,balances,count,id\n"))
        .containsExactly(
            "accounts.csv:1:1: the column `owner` is missing: The party that owns it.",
            "accounts.csv:1:4: the column `ownr` is not known in this table; did you mean"
                + " `owner`?",
            "accounts.csv:1:9: there is no asset `BTX` in this book; did you mean `BTC`?",
            "accounts.csv:1:22: the column `balances` is not known in this table; there are id,"
                + " owner, segregated, exemptions, balances.ASSET, from, until, source",
            "accounts.csv:1:31: the column `count` is not known in this table; there are id,"
                + " owner, segregated, exemptions, balances.ASSET, from, until, source",
            "accounts.csv:1:37: the column `id` is already declared in line 1");
  }

  @Test
  void shouldRefuseARowThatIsCutOffOrTooLong() {
    assertThat(refused("id,owner,balances.USD\nann,customers,1,2\nbob,custo"))
        .containsExactly(
            "accounts.csv:2:17: this row has 4 fields; the first line names 3 columns",
            "accounts.csv:3:5: this row has 2 fields; the first line names 3 columns");
  }

  @Test
  void shouldRefuseAQuoteThatIsNeverClosed() {
    assertThat(refused("id,owner\nann,customers\n\"bob,customers\n"))
        .containsExactly(
            "accounts.csv:3:1: this is not CSV: Unclosed quoted field at end of input (record"
                + " starting at line 3)");
  }

  @Test
  void shouldRefuseIdsThatComeTwiceInTheTableAndInTheFile() {
    write(
        "book.yaml",
        BOOK + "tables: {accounts: accounts.csv}\naccounts:\n  - {id: ann, owner: customers}\n");
    assertThat(refused("id,owner\nann,customers\nbob,customers\nbob,customers\n"))
        .containsExactly(
            "accounts.csv:2:1: the account `ann` is already declared in line 14 of book.yaml",
            "accounts.csv:4:1: the account `bob` is already declared in line 3");
  }

  @Test
  void shouldRefuseNegativeCustodyAndLoansToOneself() {
    write("book.yaml", BOOK + "tables: {custody: custody.csv, loans: loans.csv}\n");
    write("loans.csv", "id,lender,borrower,asset,principal\nL,venue,venue,USD,-1\n");
    write("custody.csv", "location,kind,asset,quantity\nsafe,wallet,BTC,-3\nsafe,cave,ETH,1\n");
    assertThat(refused(""))
        .containsExactly(
            "custody.csv:2:17: `quantity` is `-3`, which is not a figure of 0 or more; expected"
                + " for example 20000, 14.6bn, 1,000,000, unknown; it cannot be negative here",
            "custody.csv:3:6: `kind` is `cave`, which is not a kind of place; expected one of"
                + " wallet, bank, affiliate, lender, other",
            "custody.csv:3:11: there is no asset `ETH` in this book; did you mean `BTC`?",
            "loans.csv:2:9: the party `venue` cannot lend to itself",
            "loans.csv:2:19: `principal` is `-1`, which is not a figure of 0 or more; expected"
                + " for example 20000, 14.6bn, 1,000,000, unknown; it cannot be negative here");
  }

  @Test
  void shouldRefusePositionsOfNobodyInNothingAndTwice() {
    write("book.yaml", BOOK + "tables: {accounts: accounts.csv, positions: positions.csv}\n");
    write(
        "positions.csv",
        """
        account,asset,size,entry
        ann,BTC,-2,61000
        amn,BTC,1..2,58000
        ann,ETH,1,3000
        ann,USD,1,1
        ann,BTC,1e3,60000
        bob,BTC,1,-60000
        """);
    assertThat(refused("id,owner\nann,customers\nbob,customers\n"))
        .containsExactly(
            "positions.csv:3:1: there is no account `amn` in this book; did you mean `ann`?",
            "positions.csv:4:5: there is no asset `ETH` in this book; did you mean `BTC`?",
            "positions.csv:5:5: a position in USD earns nothing: prices of this book are in it",
            "positions.csv:6:1: the position of this account in BTC is already told in line 2",
            "positions.csv:6:9: `size` is `1e3`, which is not a figure; expected for example"
                + " -10000, 1.5m, unknown; write it without an exponent, such as 1000000 or 1m",
            "positions.csv:7:11: `entry` is `-60000`, which is not a figure of 0 or more; expected"
                + " for example 20000, 14.6bn, 1,000,000, unknown; it cannot be negative here");
  }

  @Test
  void shouldRefuseRangesThatSayNothingOrStandOnTheirHead() {
    assertThat(
            refused("id,owner,balances.USD\na,customers,..\nb,customers,5..3\nc,customers,1..x\n"))
        .containsExactly(
            "accounts.csv:2:13: `USD` must say either `value`, or `low` and `high` (or one of"
                + " them), or `unknown: true`",
            "accounts.csv:3:13: low 5 is above high 3",
            "accounts.csv:4:13: `high` is `x`, which is not a number; expected for example"
                + " -10000, 1.5m");
  }

  @Test
  void shouldRefuseDaysThatAreInNoCalendar() {
    assertThat(refused("id,owner,from\na,customers,2022-02-31\nb,customers,2022-2-3\n"))
        .containsExactly(
            "accounts.csv:2:13: `2022-02-31` is no date of the calendar",
            "accounts.csv:3:13: `from` is `2022-2-3`, which is not a date (2022-06-30); expected"
                + " for example 2022-06-30");
  }

  @Test
  void shouldRefuseFieldsThatAreNeededAndEmpty() {
    assertThat(refused("id,owner\n,customers\n"))
        .containsExactly(
            "accounts.csv:2:1: the key `id` is missing; an account needs it: Unique in the book."
                + " With count it is the beginning of the ids: A and 100 give A-001 to A-100.");
  }

  @Test
  void shouldRefuseBytesThatAreNoText() throws IOException {
    byte[] text = "id,owner\nann,customers\nbób,customers\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("accounts.csv"), text);
    assertThat(problems())
        .containsExactly(
            "accounts.csv:3:2: this byte is not UTF-8 text; a book is a text file, this one is"
                + " binary");
  }

  @Test
  void shouldRefuseControlCharacters() {
    assertThat(refused("id,owner,source\nann,customers,a\u0007b\n"))
        .containsExactly("accounts.csv:2:15: a control character stands in this field");
  }

  @Test
  void shouldRefuseAnEmptyTableAndOneThatIsNotThere() {
    assertThat(refused(""))
        .containsExactly("accounts.csv: the table is empty; its first line names the columns");
    write("book.yaml", BOOK + "tables: {accounts: acounts.csv, loans: ../loans.csv}\n");
    assertThat(problems())
        .containsExactly(
            "book.yaml:12:20: there is no file `acounts.csv` beside this one",
            "book.yaml:12:40: `loans` is `../loans.csv`, which is not the name of a CSV file in"
                + " the same folder; expected for example accounts.csv");
  }

  @Test
  void shouldNameTheFirstThousandProblemsAndCountTheRest() {
    StringBuilder rows = new StringBuilder("id,owner,balances.USD\n");
    for (int i = 0; i < 1_500; i++) {
      rows.append("a").append(i).append(",customer,1\n");
      rows.append("b").append(i).append(",customers,x\n");
    }
    assertThat(refused(rows.toString()))
        .hasSize(1_001)
        .contains("book.yaml: 2000 more problems are not listed");
  }

  @Test
  void shouldReadNoTablesForABookFromAStream() throws IOException {
    assertThat(
            switch (BookReader.read(Files.newInputStream(folder.resolve("book.yaml")), "stdin")) {
              case ReadResult.ReadBook _ -> List.of();
              case ReadResult.Refused(var problems) ->
                  problems.stream().map(Object::toString).toList();
            })
        .containsExactly(
            "stdin:12:20: tables are read beside the file of a book, and this book has no folder");
  }

  private List<String> refused(String accounts) {
    write("accounts.csv", accounts);
    return problems();
  }

  private List<String> problems() {
    String inFolder = folder + "/";
    return switch (BookReader.read(folder)) {
      case ReadResult.ReadBook(var book) -> throw new AssertionError("not refused: " + book);
      case ReadResult.Refused(var problems) ->
          problems.stream().map(problem -> problem.toString().replace(inFolder, "")).toList();
    };
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
