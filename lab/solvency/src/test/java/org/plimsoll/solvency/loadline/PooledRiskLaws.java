package org.plimsoll.solvency.loadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.CreditorPool;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;
import org.plimsoll.solvency.ladder.LiquidityLadder;

/// The models of a report take creditors as one; none of them may notice.
class PooledRiskLaws {
  private static final int BOOKS = 300;

  @Test
  void poolingCreditorsChangesNeitherLoadLinesNorSpiralNorLadder() {
    List<Book> books = new ArrayList<>();
    for (long seed = 0; seed < BOOKS; seed++) {
      books.add(RandomBook.withRanges(seed));
    }
    for (String name : ShippedBooks.names()) {
      if (ShippedBooks.read(name) instanceof ReadResult.ReadBook(Book book)) {
        books.add(book);
      }
    }
    int fewer = 0;
    for (Book book : books) {
      Book pooled = CreditorPool.of(book);
      assertThat(LoadLines.of(pooled, 1)).isEqualTo(LoadLines.of(book, 1));
      assertThat(LiquidityLadder.of(pooled)).isEqualTo(LiquidityLadder.of(book));
      for (Corner corner : Corner.values()) {
        assertThat(MarginalSpiral.of(pooled, corner)).isEqualTo(MarginalSpiral.of(book, corner));
      }
      fewer += pooled.accounts().size() < book.accounts().size() ? 1 : 0;
    }
    assertThat(fewer).isGreaterThan(BOOKS / 20);
  }
}
