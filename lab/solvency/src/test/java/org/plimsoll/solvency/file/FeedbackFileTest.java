package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.change.BookChange;
import org.plimsoll.text.Problem;

/// What a file tells of a price that acts on itself.
class FeedbackFileTest {
  private static final String BOOK =
      """
      book: 1
      title: A token
      as-of: 2022-06-30
      currency: USD
      subject: venue
      assets:
        - id: VEN
          kind: token
          tier: less-liquid
          issuer: venue
          own-token: {supply: 100m, independent-value: {low: 0.1, high: 0.2}, source: a}
          emission: {per-day: 1m, inflow: unknown, supporter: ann}
          run: {base: 1%, sensitivity: 0.8, sold: 25%}
          leveraged-tokens:
            - {name: BULL, leverage: 3, net-asset-value: 40m}
            - {name: BEAR, leverage: -3, net-asset-value: {low: 25m}}
      parties:
        - {id: venue, kind: venue}
        - {id: ann, kind: fund}
      """;

  private static final String RECORDS =
      """
      4:book,1:1,3:USD,5:venue,
      5:asset,3:VEN,5:TOKEN,11:LESS_LIQUID,5:venue,3:0..,
      5:party,3:ann,4:FUND,
      5:party,5:venue,5:VENUE,
      8:policies,10:SEGREGATED,1:0,
      9:own-token,3:VEN,20:100000000..100000000,8:0.1..0.2,3:0..,
      8:emission,3:VEN,16:1000000..1000000,3:0..,3:ann,
      3:run,3:VEN,10:0.01..0.01,8:0.8..0.8,10:0.25..0.25,
      9:leveraged,3:VEN,4:BEAR,2:-3,10:25000000..,
      9:leveraged,3:VEN,4:BULL,1:3,18:40000000..40000000,
      """;

  private static Book read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (BookReader.read(new ByteArrayInputStream(bytes), "x.yaml")) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static Figure figure(String low, String high, String source) {
    return new Figure(Interval.between(new BigDecimal(low), new BigDecimal(high)), source);
  }

  @Test
  void shouldReadEveryKey() {
    Feedback told = read(BOOK).assets().getFirst().feedback();
    Figure unknown = Figure.of(new Interval(BigDecimal.ZERO, null));
    assertThat(told.ownToken())
        .contains(
            new Feedback.OwnToken(
                new Figure(Interval.exactly(new BigDecimal("100000000")), "a"),
                figure("0.1", "0.2", "a"),
                unknown));
    assertThat(told.emission())
        .contains(
            new Feedback.Emission(
                Figure.of(Interval.exactly(new BigDecimal("1000000"))),
                unknown,
                Optional.of("ann")));
    assertThat(told.run())
        .contains(
            new Feedback.Run(
                figure("0.01", "0.01", ""), figure("0.8", "0.8", ""), figure("0.25", "0.25", "")));
    assertThat(told.leveragedTokens())
        .extracting(Feedback.LeveragedToken::leverage)
        .containsExactly(new BigDecimal("3"), new BigDecimal("-3"));
  }

  @Test
  void shouldWriteWhatItReads() {
    Book book = read(BOOK);
    assertThat(read(BookWriter.write(book))).isEqualTo(book);
  }

  @Test
  void shouldHashTheDocumentedRecords() throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(RECORDS.getBytes(StandardCharsets.UTF_8));
    assertThat(BookHash.of(read(BOOK))).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "supply: 100m|supply: 101m|own-token supply",
        "low: 0.1|low: 0.11|own-token independent-value",
        "source: a|per-equity: 2|own-token per-equity",
        "per-day: 1m|per-day: 2m|emission per-day",
        "inflow: unknown|inflow: 3m|emission inflow",
        "supporter: ann|supporter: venue|emission supporter",
        "base: 1%|base: 2%|run base",
        "sensitivity: 0.8|sensitivity: 0.9|run sensitivity",
        "sold: 25%|sold: 26%|run sold",
        "leverage: 3|leverage: 4|leverage of BULL",
        "low: 25m|low: 26m|net-asset-value of BEAR",
      })
  void shouldNameEachFigureThatDiffers(String from, String to, String property) {
    Book one = read(BOOK);
    Book other = read(BOOK.replace(from, to));
    assertThat(BookHash.of(other)).isNotEqualTo(BookHash.of(one));
    assertThat(BookChange.of(one, other).entries())
        .singleElement()
        .satisfies(change -> assertThat(change.properties()).containsExactly(property));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'issuer: venue'|''|11:16: an own token follows the equity of its issuer; name the `issuer` of"
            + " `VEN`",
        "'supply: 100m, '|''|11:16: the key `supply` is missing; an own token needs it: Tokens over"
            + " which the value is spread.",
        "supporter: ann|supporter: anne|12:57: there is no party `anne` in this book; did you mean"
            + " `ann`?",
        "base: 1%|base: 1.5|13:17: `base` is `1.5`, which is not a share from 0 to 1, or from 0% to"
            + " 100%",
        "leverage: 3|leverage: 0.5|15:32: `leverage` is 0.5, between 0 and 1; a leveraged token holds"
            + " at least 1 times the asset, or is short of it",
        "name: BEAR|name: BULL|16:16: the leveraged token `BULL` is already declared in line 15",
        "per-day: 1m|per-days: 1m|12:15: the key `per-day` is missing; an emission needs it",
        "sensitivity: 0.8|sensitivity: -0.8|13:34: `sensitivity` is `-0.8`",
      })
  void shouldSayWhereAndWhatIsWrong(String from, String to, String message) {
    assertThat(SampleBook.problems(BOOK.replace(from, to)))
        .anySatisfy(problem -> assertThat(problem).startsWith("x.yaml:" + message));
  }
}
