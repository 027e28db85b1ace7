package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.text.Problem;

class BookReaderTest {
  private static final String HEAD =
      """
      book: 1
      title: "1"
      as-of: 2022-11-10T14:00:00Z
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: BTC, kind: coin, tier: liquid, price: 20000}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: customer}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20000|20000",
        "\"1,000,000\"|1000000",
        "'12.5'|12.5",
        "14.6bn|14600000000",
        "1.5m|1500000",
        "2k|2000",
        "-10000|-10000",
        "-0.000000000000000001|-0.000000000000000001",
        "0.10|0.1",
        "-0|0",
        "\"-1,234.5k\"|-1234500",
        "99999999999999999999.123456789|99999999999999999999.123456789",
      })
  void shouldReadNumbersExactly(String written, String number) {
    assertThat(balance(written).value()).isEqualTo(Interval.exactly(new BigDecimal(number)));
  }

  @Test
  void shouldReadWhatIsNotKnownExactly() {
    assertThat(balance("unknown").value()).isEqualTo(Interval.UNKNOWN);
    assertThat(balance("{unknown: true}").value()).isEqualTo(Interval.UNKNOWN);
    assertThat(balance("{low: 1, high: 2k}").value())
        .isEqualTo(Interval.between(BigDecimal.ONE, new BigDecimal("2000")));
    assertThat(balance("{low: -1}").value()).isEqualTo(new Interval(BigDecimal.ONE.negate(), null));
    assertThat(balance("{high: 7}").value()).isEqualTo(new Interval(null, BigDecimal.valueOf(7)));
  }

  @Test
  void shouldGiveAFigureItsOwnSourceOrThatOfItsEntry() {
    Account account = account("{USD: 5, BTC: {value: 1, source: own}}, source: whole");
    assertThat(figure(account, "USD").source()).isEqualTo("whole");
    assertThat(figure(account, "BTC").source()).isEqualTo("own");
    assertThat(balance("5").source()).isEmpty();
  }

  @Test
  void shouldReadAnUnknownQuantityAsAtLeastZero() {
    Book book =
        read(HEAD + "custody:\n  - {location: x, kind: bank, asset: USD, quantity: unknown}\n");
    assertThat(book.custody().getFirst().quantity().value())
        .isEqualTo(new Interval(BigDecimal.ZERO, null));
    assertThat(book.custody().getFirst().encumbered()).isEqualTo(Figure.of(Interval.ZERO));
  }

  @Test
  void shouldExpandAGroupOfAccounts() {
    Book book = read(HEAD + "accounts:\n  - {id: A, count: 100, owner: ann, balances: {BTC: 1}}\n");
    assertThat(book.accounts())
        .hasSize(100)
        .extracting(Account::id)
        .startsWith("A-001", "A-002")
        .endsWith("A-099", "A-100");
    assertThat(book.accounts()).extracting(Account::balances).containsOnly(balances(book));
  }

  @Test
  void shouldReadPartiesWithTheirRelationsAndOwners() {
    Book book =
        read(
            HEAD
                + "  - {id: fund, kind: fund, related-to: [venue], owners: {ann: 60%, venue:"
                + " unknown}}\n");
    Party fund = book.parties().getLast();
    assertThat(fund.relatedTo()).containsExactly("venue");
    assertThat(fund.owners())
        .containsExactly(
            new Party.Ownership("ann", Figure.of(Interval.exactly(new BigDecimal("0.6")))),
            new Party.Ownership(
                "venue", Figure.of(Interval.between(BigDecimal.ZERO, BigDecimal.ONE))));
  }

  @Test
  void shouldAssumeNothingInTheLendersFavorWhereTheFileIsSilent() {
    Book book =
        read(
            HEAD + "loans:\n  - {id: L, lender: ann, borrower: venue, asset: USD, principal: 1}\n");
    Loan loan = book.loans().getFirst();
    assertThat(loan.due()).isEqualTo(Loan.Due.UNKNOWN);
    assertThat(loan.recourse()).isEqualTo(BigDecimal.ZERO);
    assertThat(loan.liquidationLtv()).isEmpty();
    assertThat(book.policies()).isEqualTo(Policies.DEFAULT);
  }

  @Test
  void shouldReadNotesWithAndWithoutSources() {
    Book book = read(HEAD + "notes:\n  - one\n  - {text: two, source: a paper}\n");
    assertThat(book.notes()).containsExactly("one", "two [a paper]");
  }

  @Test
  void shouldReadExemptionsAndFlags() {
    Account account = account("{}, segregated: true, exemptions: [no-liquidation, credit-line]");
    assertThat(account.segregated()).isTrue();
    assertThat(account.exemptions())
        .containsExactly(Account.Exemption.NO_LIQUIDATION, Account.Exemption.CREDIT_LINE);
  }

  @Test
  void shouldAcceptACheckThatIsPossible() {
    String range = "accounts:\n  - {id: A, owner: ann, balances: {USD: {low: 1, high: 5}}}\n";
    Book book = read(HEAD + range + "checks:\n  - {asset: USD, owed-to: 3}\n");
    assertThat(book.accounts()).hasSize(1);
  }

  @Test
  void shouldTakeNamesThatOtherReadersTakeForValues() {
    Book book = read(HEAD + "  - {id: \"no\", kind: other}\n  - {id: \"null\", kind: other}\n");
    assertThat(book.parties()).extracting(Party::id).contains("no", "null");
  }

  @Test
  void shouldReadAFileByPathBeforeAShippedBookOfThatName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("levine-1");
    Files.writeString(file, "\uFEFF" + HEAD);
    assertThat(BookReader.read(file.toString())).isEqualTo(BookReader.read(file));
    assertThat(BookReader.read(file)).isEqualTo(new ReadResult.ReadBook(read(HEAD)));
  }

  private static SortedMap<String, Figure> balances(Book book) {
    return book.accounts().getFirst().balances();
  }

  private static Figure balance(String written) {
    return figure(account("{BTC: " + written + "}"), "BTC");
  }

  private static Figure figure(Account account, String asset) {
    return Optional.ofNullable(account.balances().get(asset)).orElseThrow();
  }

  private static Account account(String balances) {
    return read(HEAD + "accounts:\n  - {id: A, owner: ann, balances: " + balances + "}\n")
        .accounts()
        .getFirst();
  }

  private static Book read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (BookReader.read(new ByteArrayInputStream(bytes), "x.yaml")) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}
