package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.consolidate.Consolidation;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class ConsolidationSectionsTest {
  @Test
  void whatTwoMembersOweEachOtherIsToldWithWhatItCountedAs() {
    Section section = section("ftx-2022-11-02");
    assertThat(section.sentences())
        .startsWith(
            "ftx, alameda, insiders and serum are one group here: what they owe each other is"
                + " eliminated on both sides.",
            "alameda owes ftx 13,000,000,000 to 14,000,000,000 USD and ftx owes alameda"
                + " 3,937,560,000 to 10,636,400,000 USD; alone, ftx counted all of it as 0 USD.",
            "insiders owes alameda 4,100,000,000 USD; ftx alone had no part in it.",
            "Members owe others 671,000,000 to 680,000,000 USD, which the group owes.");
    assertThat(section.sentences())
        .anyMatch(sentence -> sentence.endsWith("-2,271,000,000 USD as a group."))
        .anyMatch(sentence -> sentence.contains("of FTT and SRM on hand"))
        .anyMatch(sentence -> sentence.contains("is not told"));
  }

  @Test
  void everyEliminatedItemStandsInATable() {
    Section section = section("ftx-2022-11-02");
    assertThat(ReaderTable.of(section.tables().get(1)).rows())
        .hasSize(4)
        .contains(
            List.of(
                "insiders",
                "alameda",
                "loan alameda-insiders",
                "USD",
                "4,100,000,000",
                "4,100,000,000"));
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
    Book book =
        switch (BookReader.read(name, Optional.empty())) {
          case ReadResult.ReadBook(Book read) -> read;
          case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    Consolidation group = Consolidation.of(book);
    return new ConsolidationSections(group, Assessment.of(book), Assessment.of(group.book()))
        .section();
  }
}
