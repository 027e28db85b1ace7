package org.plimsoll.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;

/// Assessments of shipped and small books, and where the pages of the tests come from.
final class Pages {
  static final Provenance PROVENANCE =
      new Provenance("0.1", "a <book>", "ab12", "plimsoll assess 'a <book>'");

  private Pages() {}

  static Assessment shipped(String name) {
    return Assessment.of(book(ShippedBooks.read(name)));
  }

  static Assessment read(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return Assessment.of(book(BookReader.read(new ByteArrayInputStream(bytes), "test")));
  }

  private static Book book(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
