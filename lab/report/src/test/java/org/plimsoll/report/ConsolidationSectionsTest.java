package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.consolidate.Consolidation;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class ConsolidationSectionsTest {
  private static final String VENUE_AND_FUND =
      """
      book: 1
      title: A venue and its fund
      as-of: 2022-11-02
      currency: USD
      subject: venue
      parties:
        - {id: venue, kind: venue}
        - {id: fund, kind: affiliate, related-to: [venue]}
        - {id: insiders, kind: other, related-to: [fund]}
        - {id: customers, kind: customer}
        - {id: bank, kind: lender}
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1}
        - {id: TOKEN, kind: token, tier: less-liquid, issuer: venue, price: 25}
      accounts:
        - {id: customers, owner: customers, balances: {USD: 15000}}
        - {id: fund, owner: fund, balances: {USD: {low: -14000, high: -13000}, TOKEN: 100}}
      custody:
        - {location: bank, kind: bank, asset: USD, quantity: 6000}
        - {location: own, kind: wallet, asset: TOKEN, quantity: 100}
      loans:
        - {id: bank-fund, lender: bank, borrower: fund, asset: USD, principal: 670, due: unknown}
        - {id: inside, lender: fund, borrower: insiders, asset: USD, principal: 41, due: unknown}
        - id: pledged
          lender: bank
          borrower: fund
          asset: USD
          principal: {unknown: true}
          collateral: {TOKEN: {unknown: true}}
          due: unknown
      """;

  @Test
  void whatTwoMembersOweEachOtherIsToldWithWhatItCountedAs() {
    assertThat(section(parsed(VENUE_AND_FUND)).sentences())
        .startsWith(
            "venue, fund and insiders are one group here: what they owe each other is eliminated on"
                + " both sides.",
            "fund owes venue 13,000 to 14,000 USD and venue owes fund 2,500 USD; alone, venue"
                + " counted all of it as 0 USD.",
            "insiders owes fund 41 USD; venue alone had no part in it.",
            "Members owe others at least 670 USD, which the group owes.",
            "What members have pledged is worth an amount that is not told at mark.",
            "Equity at mark is -6,500 USD alone and unknown as a group; without own tokens it is"
                + " -9,000 USD alone and at most -9,670 USD as a group.");
  }

  @Test
  void everyEliminatedItemStandsInATable() {
    Section section = section(parsed(VENUE_AND_FUND));
    assertThat(ReaderTable.of(section.tables().get(1)).rows())
        .hasSize(3)
        .contains(List.of("insiders", "fund", "loan inside", "USD", "41", "41"));
    assertThat(section.charts()).singleElement().isInstanceOf(Chart.Bars.class);
  }

  @Test
  void aGroupOfWhichNothingIsToldSaysSo() {
    assertThat(section("ftx-2022-11-10").sentences())
        .first()
        .asString()
        .contains("which does not say that they owe each other nothing");
    assertThat(section("healthy-exchange").sentences())
        .containsExactly("The book relates no party to harbor, so there is no group.");
  }

  private static Section section(String name) {
    return section(book(BookReader.read(name, Optional.empty())));
  }

  private static Section section(Book book) {
    Consolidation group = Consolidation.of(book);
    return new ConsolidationSections(group, Assessment.of(book), Assessment.of(group.book()))
        .section();
  }

  private static Book parsed(String text) {
    ByteArrayInputStream file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return book(BookReader.read(file, "test", Optional.empty()));
  }

  private static Book book(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book read) -> read;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
