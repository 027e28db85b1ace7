package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Interval;

final class DatedPartsTest {
  private static final String FILE =
      """
      book: 1
      title: dated
      as-of: 2022-11-02
      currency: USD
      subject: v
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: FTT, kind: token, tier: less-liquid, price: 26, until: 2022-11-05}
        - {id: FTT, kind: token, tier: less-liquid, price: 22, from: 2022-11-06}
      parties:
        - {id: v, kind: venue, default-probability: {low: 1%, high: 5%, source: s}}
        - {id: l, kind: lender}
      loans:
        - {id: x, lender: l, borrower: v, asset: USD, principal: 5, rate: 0.1, callable: true, maturity: 2023-01-01, target-ltv: 0.6, close-factor: 0.5, bonus: 0.05}
      markets:
        - {asset: FTT, adv: {value: 5.7m, source: s}, daily-vol: 0.0194, visible-depth: unknown, participation: 0.1}
      facts:
        - {date: 2022-11-02, party: v, kind: leak, text: A sheet is printed., source: s}
        - {date: 2022-11-06, party: v, kind: withdrawal, text: A holder sells.}
      elsewhere:
        - {party: l, asset: FTT, quantity: 23m}
      """;

  @Test
  void a_book_stands_on_its_own_date() {
    Book book = read(FILE, Optional.empty());
    assertThat(book.assets()).hasSize(2);
    assertThat(book.assets().get(1).price().value())
        .isEqualTo(Interval.exactly(new BigDecimal("26")));
    assertThat(book.facts()).extracting(Fact::kind).containsExactly(Fact.Kind.LEAK);
  }

  @Test
  void a_later_day_brings_later_prices_and_facts() {
    Book book = read(FILE, Optional.of(LocalDate.of(2022, 11, 6)));
    assertThat(book.asOf()).isEqualTo("2022-11-06");
    assertThat(book.assets().get(1).price().value())
        .isEqualTo(Interval.exactly(new BigDecimal("22")));
    assertThat(book.facts()).hasSize(2);
  }

  @Test
  void everything_new_is_written_and_read_back() {
    Book book = read(FILE, Optional.empty());
    assertThat(read(BookWriter.write(book), Optional.empty())).isEqualTo(book);
  }

  @Test
  void what_is_told_of_a_market_enters_the_name_of_the_book() {
    Book book = read(FILE, Optional.empty());
    Book other = read(FILE.replace("5.7m", "5.8m"), Optional.empty());
    assertThat(BookHash.of(other)).isNotEqualTo(BookHash.of(book));
  }

  private static Book read(String text, Optional<LocalDate> at) {
    ReadResult result =
        BookReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test", at);
    assertThat(result).isInstanceOf(ReadResult.ReadBook.class);
    return ((ReadResult.ReadBook) result).book();
  }
}
