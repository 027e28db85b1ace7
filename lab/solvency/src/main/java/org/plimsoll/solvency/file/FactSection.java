package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;

/// Reads what is known beyond the subject's own books.
final class FactSection {
  private FactSection() {}

  static List<Fact> facts(Fields book, Reading reading) {
    List<Fact> facts = new ArrayList<>();
    for (Tree item : book.items("facts")) {
      Fields fields = new Fields(item, reading);
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

  static List<Elsewhere> elsewhere(Fields book, Reading reading) {
    List<Elsewhere> holders = new ArrayList<>();
    for (Tree item : book.items("elsewhere")) {
      Fields fields = new Fields(item, reading);
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
