package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.Problem;

class BookHashTest {
  private static final String BOOK =
      """
      book: 1
      title: A title
      as-of: 2022-06-30
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: FTT, kind: token, tier: less-liquid, issuer: venue, price: {low: 20, high: 25.50}}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: customer, related-to: [venue], owners: {venue: 50%}}
      accounts:
        - {id: A, owner: ann, exemptions: [no-interest, credit-line], balances: {USD: -3.0, FTT: 1}}
      loans:
        - {id: L, lender: ann, borrower: venue, asset: USD, principal: unknown, collateral: {FTT: 2}}
      custody:
        - {location: vault, kind: wallet, asset: FTT, quantity: 3, encumbered: 1}
      markets:
        - {asset: FTT, depth: 100}
      """;

  /// The records of the documented form, written out by hand.
  private static final String RECORDS =
      """
      4:book,1:1,3:USD,5:venue,
      5:asset,3:FTT,5:TOKEN,11:LESS_LIQUID,5:venue,8:20..25.5,
      5:asset,3:USD,4:FIAT,6:LIQUID,0:,4:1..1,
      5:party,3:ann,8:CUSTOMER,5:venue,
      5:owner,3:ann,5:venue,8:0.5..0.5,
      5:party,5:venue,5:VENUE,
      7:account,1:A,3:ann,5:false,11:CREDIT_LINE,11:NO_INTEREST,
      7:balance,1:A,3:FTT,4:1..1,
      7:balance,1:A,3:USD,6:-3..-3,
      4:loan,1:L,3:ann,5:venue,3:USD,3:0..,7:UNKNOWN,0:,1:0,
      6:pledge,1:L,3:FTT,4:2..2,
      7:custody,5:vault,6:WALLET,3:FTT,4:3..3,4:1..1,
      6:market,3:FTT,8:100..100,
      8:policies,10:SEGREGATED,1:0,
      """;

  @Test
  void shouldBeTheDigestOfTheDocumentedRecords() throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(RECORDS.getBytes(StandardCharsets.UTF_8));
    assertThat(BookHash.of(read(BOOK))).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A title|Another title",
        "2022-06-30|2022-07-01",
        "USD: -3.0|'USD: {value: -3.00, source: x}'",
        "'USD: -3.0, FTT: 1'|'FTT: 1.0, USD: -3'",
        "high: 25.50|high: 25.5",
        "depth: 100|'depth: 0.1k, source: x'",
        "'markets:'|'  - {location: a, kind: bank, asset: USD, quantity: 0}\nmarkets:'",
      })
  void shouldNotChangeWithWordsAndSpellings(String from, String to) {
    assertThat(BookHash.of(read(BOOK.replace(from, to)))).isEqualTo(BookHash.of(read(BOOK)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD: -3.0|USD: 3",
        "high: 25.50|high: 25.51",
        "issuer: venue, |''",
        "related-to: [venue], |''",
        "venue: 50%|venue: 51%",
        "exemptions: [no-interest, credit-line], |''",
        "principal: unknown|principal: 0",
        "collateral: {FTT: 2}|due: term",
        "location: vault|location: attic",
        "encumbered: 1|encumbered: 0",
        "depth: 100|depth: 101",
        "kind: token|kind: coin",
        "less-liquid|illiquid",
        "currency: USD|currency: EUR",
        "subject: venue|subject: ann",
      })
  void shouldChangeWithFiguresAndStructure(String from, String to) {
    Book other = read(BOOK.replace(from, to));
    assertThat(BookHash.of(other)).isNotEqualTo(BookHash.of(read(BOOK)));
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
