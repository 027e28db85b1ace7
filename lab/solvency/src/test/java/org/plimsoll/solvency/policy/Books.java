package org.plimsoll.solvency.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.PolicyReadResult;
import org.plimsoll.solvency.file.PolicyReader;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;

/// Books and policies from their text.
final class Books {
  private Books() {}

  static Book shipped(String name) {
    return book(ShippedBooks.read(name));
  }

  static Book of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return book(BookReader.read(new ByteArrayInputStream(bytes), "book"));
  }

  static Policy policy(String text, Book book) {
    byte[] bytes = ("policy: 1\n" + text).getBytes(StandardCharsets.UTF_8);
    return switch (PolicyReader.read(bytes, "policy", book)) {
      case PolicyReadResult.ReadPolicy(Policy policy) -> policy;
      case PolicyReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private static Book book(ReadResult result) {
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
