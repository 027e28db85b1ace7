package org.plimsoll.solvency.file;

import java.util.List;
import org.plimsoll.solvency.assess.AccountGrounds;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.Problem;

/// A book as far as assessments and stress tests need it.
///
/// @param book whose accounts may stand in it as sums
/// @param accounts what the accounts themselves say
/// @param hash of the book with all its accounts
public record FoldedBook(Book book, AccountGrounds accounts, String hash) {
  /// Returns a book that was read whole.
  public static FoldedBook of(Book book) {
    return new FoldedBook(book, AccountGrounds.of(book), BookHash.of(book));
  }

  /// What came of reading a book in parts.
  public sealed interface Result {
    /// It is a book.
    record Read(FoldedBook book) implements Result {}

    /// It is refused.
    ///
    /// @param problems at least one, in the order of the files
    record Refused(List<Problem> problems) implements Result {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }
}
