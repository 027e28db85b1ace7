package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Tree;

/// Reads what is known beyond the subject's own books.
final class FactSection {
  private FactSection() {}

  static List<Fact> facts(BookFields book, BookReading reading) {
    List<Fact> facts = new ArrayList<>();
    for (Tree item : book.items("facts")) {
      BookFields fields = new BookFields(item, reading);
      String party = fields.text("party");
      reading.parties().require(party, fields.placeOf("party"), reading.problems());
      facts.add(
          new Fact(
              fields.text("date"),
              party,
              fields.choice("kind", Fact.Kind.OTHER),
              fields.text("text"),
              fields.text("source")));
    }
    return facts;
  }

  static List<Elsewhere> elsewhere(BookFields book, BookReading reading) {
    List<Elsewhere> holders = new ArrayList<>();
    for (Tree item : book.items("elsewhere")) {
      BookFields fields = new BookFields(item, reading);
      String party = fields.text("party");
      String asset = fields.text("asset");
      reading.parties().require(party, fields.placeOf("party"), reading.problems());
      reading.assets().require(asset, fields.placeOf("asset"), reading.problems());
      holders.add(
          new Elsewhere(party, asset, fields.quantity("quantity", Figure.of(Interval.UNKNOWN))));
    }
    return holders;
  }
}
