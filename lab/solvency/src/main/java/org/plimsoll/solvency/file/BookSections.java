package org.plimsoll.solvency.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Makes a book of a file that the schema has seen, and adds a problem for what a schema cannot
/// say: ids that come twice or are not declared, and figures that contradict each other.
final class BookSections {
  private final BookFields file;
  private final BookReading reading;

  BookSections(Tree root, BookReading reading) {
    this.file = new BookFields(root, reading);
    this.reading = reading;
  }

  static Book read(Tree root, BookReading reading) {
    BookSections sections = new BookSections(root, reading);
    Book book = sections.book();
    sections.check(book);
    return book;
  }

  /// Returns the book without asking whether it adds up.
  Book book() {
    declare("assets", reading.assets());
    declare("parties", reading.parties());
    reading.parties().require(file.text("subject"), file.placeOf("subject"), reading.problems());
    requireDate();
    return new Book(
        file.text("title"),
        file.text("as-of"),
        file.text("currency"),
        file.text("subject"),
        notes(),
        AssetSection.read(file, reading),
        PartySection.read(file, reading),
        AccountSection.read(file, reading),
        LoanSection.read(file, reading),
        CustodySection.read(file, reading),
        MarketSection.read(file, reading),
        PolicySection.read(file, Policies.DEFAULT, reading),
        FactSection.facts(file, reading),
        FactSection.elsewhere(file, reading));
  }

  /// Refuses what is held without a price, and a book that is not as its checks state.
  void check(Book book) {
    AssetSection.requirePrices(file, reading);
    BalanceChecks.run(file, book, reading);
  }

  private void declare(String section, Names names) {
    for (Tree item : file.items(section)) {
      BookFields fields = new BookFields(item, reading);
      names.declare(fields.text("id"), fields.placeOf("id"), reading.problems());
    }
  }

  private void requireDate() {
    String asOf = file.text("as-of");
    try {
      if (asOf.endsWith("Z")) {
        Instant.parse(asOf);
      } else if (!asOf.isEmpty()) {
        LocalDate.parse(asOf);
      }
    } catch (DateTimeException noDate) {
      Place place = file.placeOf("as-of");
      if (reading.problems().noneAt(place)) {
        reading.problems().add(place, Days.refusal(asOf));
      }
    }
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Tree item : file.items("notes")) {
      if (item instanceof Tree.Scalar scalar) {
        notes.add(scalar.text());
      } else {
        BookFields note = new BookFields(item, reading);
        String source = note.text("source");
        notes.add(note.text("text") + (source.isEmpty() ? "" : " [" + source + "]"));
      }
    }
    return notes;
  }
}
