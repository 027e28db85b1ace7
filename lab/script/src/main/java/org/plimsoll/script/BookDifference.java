package org.plimsoll.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.file.BookHash;
import org.plimsoll.solvency.file.BookWriter;

/// Where the figures of two books differ. Titles, notes, dates, sources and the order of entries
/// are words about the figures and do not count.
final class BookDifference {
  private BookDifference() {}

  /// Returns the entries that only one of the books has, none if the figures are the same. A line
  /// that begins with `-` is expected and missing, one with `+` is there and not expected.
  static List<String> between(Book expected, Book actual) {
    if (BookHash.of(expected).equals(BookHash.of(actual))) {
      return List.of();
    }
    List<String> expectedLines = entries(expected);
    List<String> actualLines = entries(actual);
    List<String> differences = new ArrayList<>();
    expectedLines.stream()
        .filter(line -> !actualLines.contains(line))
        .map("- "::concat)
        .forEach(differences::add);
    actualLines.stream()
        .filter(line -> !expectedLines.contains(line))
        .map("+ "::concat)
        .forEach(differences::add);
    return List.copyOf(differences);
  }

  private static List<String> entries(Book book) {
    return BookWriter.write(withoutWords(book)).lines().map(String::strip).toList();
  }

  /// A venue's book has no positions, no loans and no markets, so theirs are left as they are.
  private static Book withoutWords(Book book) {
    return new Book(
        "",
        "1970-01-01",
        book.currency(),
        book.subject(),
        List.of(),
        book.assets().stream().map(BookDifference::asset).toList(),
        book.parties(),
        book.accounts().stream().map(BookDifference::account).toList(),
        book.loans(),
        book.custody().stream().map(BookDifference::custody).toList(),
        book.markets(),
        book.policies());
  }

  private static Asset asset(Asset a) {
    return a.withPrice(bare(a.price()));
  }

  private static Account account(Account a) {
    SortedMap<String, Figure> balances = new TreeMap<>();
    a.balances().forEach((asset, figure) -> balances.put(asset, bare(figure)));
    return new Account(
        a.id(),
        a.owner(),
        a.segregated(),
        a.exemptions(),
        Collections.unmodifiableSortedMap(balances));
  }

  private static Custody custody(Custody c) {
    return new Custody(c.location(), c.kind(), c.asset(), bare(c.quantity()), bare(c.encumbered()));
  }

  private static Figure bare(Figure figure) {
    return Figure.of(figure.value());
  }
}
