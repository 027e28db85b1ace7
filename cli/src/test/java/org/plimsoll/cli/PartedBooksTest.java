package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.BookWriter;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;

/// The answers over a book in one table, and over the same book in parts, byte for byte.
class PartedBooksTest {
  private static final int PARTS = 4;

  @TempDir private Path folder;

  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  private static Stream<String> shipped() {
    return ShippedBooks.names().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theAnswersOfPartsAreThoseOfOneTable(String name) throws IOException {
    Book book = read(name);
    writeOneTable(book);
    List<Outcome> whole = answers(book);
    writeParts(book);
    assertThat(answers(book)).isEqualTo(whole);
    assertThat(whole).allMatch(outcome -> outcome.err().isEmpty());
  }

  private List<Outcome> answers(Book book) {
    String where = folder.toString();
    String asset = book.assets().getLast().id();
    String fall = asset.equals(book.currency()) ? "" : asset + "=-40%";
    List<Outcome> answers = new ArrayList<>();
    answers.add(run("assess", where, "--json"));
    answers.add(run("assess", where, "--haircut", "less-liquid=25%,illiquid=50%"));
    answers.add(run("stress", where, "--withdraw", "30%", "--depth", "0.5", "--json"));
    if (!fall.isEmpty()) {
      answers.add(run("stress", where, "--shock", fall, "--json"));
    }
    return answers;
  }

  @Test
  void theSmallestBreakingShocksOfPartsAreThoseOfOneTable() throws IOException {
    Book book = read("ftx-2022-11-10");
    writeOneTable(book);
    Outcome whole = run("stress", folder.toString(), "--reverse", "--json");
    writeParts(book);
    assertThat(run("stress", folder.toString(), "--reverse", "--json")).isEqualTo(whole);
  }

  @Test
  void otherVerbsReadAllPartsIntoOneBook() throws IOException {
    Book book = read("healthy-exchange");
    writeOneTable(book);
    Outcome whole = run("explain", folder.toString(), "--json");
    writeParts(book);
    assertThat(run("explain", folder.toString(), "--json")).isEqualTo(whole);
  }

  @Test
  void whatNeedsEveryAccountIsRefusedOfParts() throws IOException {
    writeParts(read("healthy-exchange"));
    Outcome simulated = run("stress", folder.toString(), "--horizon", "30d");
    assertThat(simulated.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(simulated.err()).contains("--horizon and --paths follow each account");
    Outcome grouped = run("assess", folder.toString(), "--consolidate");
    assertThat(grouped.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(grouped.err()).contains("--consolidate takes accounts of members out of the book");
  }

  @Test
  void aBookWithoutPartsIsNotReadOnACluster() {
    Outcome outcome = run("assess", "levine-1", "--on", "local");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(outcome.err()).contains("levine-1 has none");
  }

  private static Book read(String name) {
    return switch (BookReader.read(name)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private void writeOneTable(Book book) throws IOException {
    writeHead(book, "accounts.csv");
    Files.writeString(folder.resolve("accounts.csv"), table(book, book.accounts()));
  }

  private void writeParts(Book book) throws IOException {
    writeHead(book, "accounts-*.csv");
    int accounts = book.accounts().size();
    for (int part = 0; part < PARTS; part++) {
      List<Account> in =
          book.accounts().subList(accounts * part / PARTS, accounts * (part + 1) / PARTS);
      Files.writeString(folder.resolve("accounts-" + part + ".csv"), table(book, in));
    }
  }

  private void writeHead(Book book, String accounts) throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"),
        BookWriter.write(book.withAccounts(List.of())) + "tables: {accounts: " + accounts + "}\n");
  }

  /// All figures of a row have one source, so that the first of the account stands for all.
  private static String table(Book book, List<Account> accounts) {
    SortedSet<String> assets = new TreeSet<>();
    book.accounts().forEach(account -> assets.addAll(account.balances().keySet()));
    StringBuilder text = new StringBuilder("id,owner,segregated,exemptions,source");
    assets.forEach(asset -> text.append(",balances.").append(asset));
    for (Account account : accounts) {
      text.append('\n').append(account.id()).append(',').append(account.owner()).append(',');
      text.append(account.segregated()).append(',').append(exemptions(account)).append(',');
      text.append(quoted(source(account)));
      for (String asset : assets) {
        Figure balance = account.balances().get(asset);
        text.append(',').append(balance == null ? "" : range(balance.value()));
      }
    }
    return text.append('\n').toString();
  }

  private static String exemptions(Account account) {
    return account.exemptions().stream()
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(" "));
  }

  private static String source(Account account) {
    return account.balances().values().stream().map(Figure::source).findFirst().orElse("");
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  private static String range(Interval value) {
    return value.equals(Interval.UNKNOWN)
        ? "unknown"
        : value.isExact() ? plain(value.low()) : plain(value.low()) + ".." + plain(value.high());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
