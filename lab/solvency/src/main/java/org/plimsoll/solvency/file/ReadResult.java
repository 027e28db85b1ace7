package org.plimsoll.solvency.file;

import java.util.List;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.Problem;

/// What came of reading a file: a book, or every reason why there is none.
public sealed interface ReadResult {
  /// The file is a book.
  ///
  /// @param book what the file says
  record ReadBook(Book book) implements ReadResult {}

  /// The file is refused.
  ///
  /// @param problems at least one, in the order of the file
  record Refused(List<Problem> problems) implements ReadResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
