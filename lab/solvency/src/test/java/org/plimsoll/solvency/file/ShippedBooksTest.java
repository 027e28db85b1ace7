package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

class ShippedBooksTest {
  static List<String> names() {
    return ShippedBooks.names();
  }

  @Test
  void shouldNameEveryFileInTheFolderOfBooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../books"))) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .isEqualTo(names().stream().map(name -> name + ".yaml").toList());
    }
  }

  @Test
  void shouldKnowNoOtherBook() {
    assertThatThrownBy(() -> ShippedBooks.read("levine-9"))
        .hasMessage("no book named levine-9 ships");
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldReadByNameFromAnyFolder(String name) {
    assertThat(BookReader.read(name)).isEqualTo(new ReadResult.ReadBook(book(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldKeepToTheSchema(String name) {
    Problems problems = new Problems(name, BookReader.KIND);
    String text = new String(ShippedBooks.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
    Tree tree = TreeReader.read(text, problems).orElseThrow();
    BookSchema.check(tree, problems);
    assertThat(problems.inFileOrder()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldNameASourceForEveryFigure(String name) {
    assertThat(figures(book(name))).isNotEmpty().extracting(Figure::source).doesNotContain("");
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldSurviveWritingAndReading(String name) {
    Book book = book(name);
    Problems problems = new Problems(name, BookReader.KIND);
    Tree tree = TreeReader.read(BookWriter.write(book), problems).orElseThrow();
    assertThat(
            BookSections.read(
                tree,
                new BookReading(problems, Tables.none(), DatedParts.of(tree, Optional.empty()))))
        .isEqualTo(book);
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, BTC, 50, 0, 50",
    "2, USD, 1000000, 0, 1000000",
    "3, BTC, 100, 50, 50",
    "3, USD, 2000000, 1000000, 1000000",
    "4, FTT, 150000, 0, 150000",
    "4, BTC, 100, 50, 50",
    "5, BTC, 100, 100, 0",
    "5, USD, 2000000, 1000000, 1000000",
    "6, BTC, 100, 100, 0",
    "6, USD, 2000000, 2000000, 0",
    "6, FTT, 150000, 0, 150000",
    "7, BTC, 100, 100, 0",
    "8, USD, 2000000, 2000000, 0",
    "8, FTT, 150000, 0, 150000",
  })
  void pv01_shouldTellTheThreeSumsOfEachState(
      int step, String asset, String owedTo, String owedBy, String onHand) {
    Book book = book("levine-" + step);
    assertThat(owedTo(book, asset)).isEqualTo(exactly(owedTo));
    assertThat(owedBy(book, asset)).isEqualTo(exactly(owedBy));
    assertThat(onHand(book, asset)).isEqualTo(exactly(onHand));
  }

  @Test
  void pv01_shouldHoldNothingButFttAfterCustomerC() {
    Book book = book("levine-6");
    assertThat(book.accounts()).hasSize(201);
    Account first = book.accounts().getFirst();
    assertThat(first.id()).isEqualTo("A-001");
    assertThat(first.balances().get("BTC")).extracting(Figure::value).isEqualTo(exactly("1"));
    assertThat(first.balances().get("USD")).extracting(Figure::value).isEqualTo(exactly("-10000"));
    Account last = book.accounts().getLast();
    assertThat(last.id()).isEqualTo("C");
    assertThat(last.balances().keySet()).containsExactly("BTC", "FTT", "USD");
  }

  @Test
  void pv01_shouldReadTheSameFiguresThriceFromStepSixOn() {
    String hash = BookHash.of(book("levine-6"));
    assertThat(BookHash.of(book("levine-7"))).isEqualTo(hash);
    assertThat(BookHash.of(book("levine-8"))).isEqualTo(hash);
    assertThat(BookHash.of(book("levine-5"))).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldTellEveryStateInLessThanFortyLinesOfEntries(String name) {
    String text = new String(ShippedBooks.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.startsWith("  - {"))).hasSizeLessThan(40);
  }

  @Test
  void pv02b_shouldTellTheSheetOf30June2022() {
    Book book = book("alameda-2022-06-30");
    BigDecimal assets = sum(book.custody().stream().map(Custody::quantity));
    BigDecimal liabilities = sum(book.loans().stream().map(Loan::principal));
    BigDecimal tokens = exact(onHand(book, "FTT"));
    BigDecimal owedTokens =
        sum(book.loans().stream().filter(loan -> loan.asset().equals("FTT")).map(Loan::principal));
    BigDecimal equity = assets.subtract(liabilities);
    assertThat(assets).isEqualByComparingTo("14.6e9");
    assertThat(equity).isEqualByComparingTo("6.6e9");
    assertThat(percent(tokens, assets)).isEqualByComparingTo("39.8630");
    assertThat(percent(tokens.subtract(owedTokens), equity)).isEqualByComparingTo("83.7576");
    assertThat(equity.subtract(tokens).add(owedTokens)).isEqualByComparingTo("1.072e9");
    assertThat(asset(book, "FTT").issuer()).isEqualTo(Optional.of("ftx"));
  }

  @Test
  void pv02a_shouldTellTheSheetOf10November2022() {
    Book book = book("ftx-2022-11-10");
    assertThat(held(book, Asset.Tier.LIQUID)).isEqualByComparingTo("0.9e9");
    assertThat(held(book, Asset.Tier.LESS_LIQUID)).isEqualByComparingTo("5.5e9");
    assertThat(held(book, Asset.Tier.ILLIQUID)).isEqualByComparingTo("3.2e9");
    assertThat(onHand(book, "SRM")).isEqualTo(exactly("2200000000"));
    assertThat(owedTo(book, "BTC")).isEqualTo(exactly("1400000000"));
  }

  @Test
  void pv02e_shouldKeepTheHiddenLineAsARange() {
    Book book = book("ftx-2022-11-10");
    Interval assets = exactly("9600000000");
    Interval claims = owedTo(book, "BTC").plus(owedTo(book, "USD"));
    assertThat(assets.minus(claims))
        .isEqualTo(Interval.between(new BigDecimal("-7259000000"), new BigDecimal("741000000")));
  }

  @Test
  void shouldHoldAllThatTheHealthyExchangeOwes() {
    Book book = book("healthy-exchange");
    assertThat(book.accounts()).hasSize(10_520);
    for (Asset asset : book.assets()) {
      BigDecimal surplus =
          exact(onHand(book, asset.id())).subtract(exact(owedTo(book, asset.id())));
      assertThat(surplus).as(asset.id()).isNotNegative();
      assertThat(asset.issuer()).isEmpty();
    }
  }

  private static Book book(String name) {
    return switch (ShippedBooks.read(name)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static Stream<Figure> figures(Book book) {
    return Stream.of(
            book.assets().stream().map(Asset::price),
            book.accounts().stream().flatMap(account -> account.balances().values().stream()),
            book.loans().stream().map(Loan::principal),
            book.custody().stream().map(Custody::quantity))
        .flatMap(each -> each);
  }

  private static Interval owedTo(Book book, String asset) {
    return balances(book, asset).map(Interval::positivePart).reduce(Interval.ZERO, Interval::plus);
  }

  private static Interval owedBy(Book book, String asset) {
    return balances(book, asset)
        .map(balance -> balance.negate().positivePart())
        .reduce(Interval.ZERO, Interval::plus);
  }

  private static Stream<Interval> balances(Book book, String asset) {
    return book.accounts().stream()
        .flatMap(account -> Optional.ofNullable(account.balances().get(asset)).stream())
        .map(Figure::value);
  }

  private static Interval onHand(Book book, String asset) {
    return book.custody().stream()
        .filter(entry -> entry.asset().equals(asset))
        .map(entry -> entry.quantity().value())
        .reduce(Interval.ZERO, Interval::plus);
  }

  private static BigDecimal held(Book book, Asset.Tier tier) {
    return book.assets().stream()
        .filter(asset -> asset.tier() == tier)
        .map(asset -> exact(onHand(book, asset.id())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Asset asset(Book book, String id) {
    return book.assets().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static BigDecimal sum(Stream<Figure> figures) {
    return exact(figures.map(Figure::value).reduce(Interval.ZERO, Interval::plus));
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 4, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal exact(Interval interval) {
    assertThat(interval.isExact()).isTrue();
    return Optional.ofNullable(interval.low()).orElseThrow();
  }

  private static Interval exactly(String number) {
    return Interval.exactly(new BigDecimal(number));
  }
}
