package org.plimsoll.solvency.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.Problem;

class BookWriterTest {
  @Test
  void shouldWriteOneLineForEachEntryAndOneForAGroup() {
    assertThat(BookWriter.write(levineThree()))
        .contains(
            """
            parties:
              - {id: venue, kind: venue}
              - {id: A, kind: customer}
              - {id: B, kind: customer}
              - {id: C, kind: customer}
            accounts:
              - {id: A, count: 100, owner: A, balances: {BTC: 1, USD: -10000}, source: "Levine's\
             example of customers A, B and C, as quoted in posts on the collapse of FTX"}
            """)
        .endsWith("policies: {custody: commingled, account-recovery: 0}\n");
  }

  private static Book levineThree() {
    return switch (ShippedBooks.read("levine-3")) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}
