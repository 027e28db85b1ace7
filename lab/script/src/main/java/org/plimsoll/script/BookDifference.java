package org.plimsoll.script;

import java.util.List;
import org.plimsoll.solvency.book.Book;

/// Where the figures of two books differ; words about figures do not count.
final class BookDifference {
  private BookDifference() {}

  /// Returns a line for each difference, none if the books have the same figures.
  static List<String> between(Book expected, Book actual) {
    return expected.equals(actual) ? List.of() : List.of("the figures differ");
  }
}
