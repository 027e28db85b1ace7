package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Reads the parties of a book, their relations and their owners.
final class PartySection {
  private PartySection() {}

  static List<Party> read(BookFields book, BookReading reading) {
    List<Party> parties = new ArrayList<>();
    for (Tree item : book.items("parties")) {
      BookFields fields = new BookFields(item, reading);
      parties.add(
          new Party(
              fields.text("id"),
              fields.choice("kind", Party.Kind.OTHER),
              relations(fields, reading),
              owners(fields, reading),
              probability(fields, reading)));
    }
    return parties;
  }

  private static List<String> relations(BookFields fields, BookReading reading) {
    List<String> related = new ArrayList<>();
    for (Tree.Scalar name : fields.texts("related-to")) {
      requireOther(fields, name.text(), name.place(), "be related to itself", reading);
      related.add(name.text());
    }
    return related;
  }

  private static List<Party.Ownership> owners(BookFields fields, BookReading reading) {
    List<Party.Ownership> owners = new ArrayList<>();
    BigDecimal owned = BigDecimal.ZERO;
    for (Tree.Entry entry : fields.entries("owners")) {
      requireOther(fields, entry.key(), entry.place(), "own itself", reading);
      Figure share = share(fields, entry.value(), reading);
      owners.add(new Party.Ownership(entry.key(), share));
      BigDecimal least = share.value().low();
      owned = owned.add(least == null ? BigDecimal.ZERO : least);
    }
    if (owned.compareTo(BigDecimal.ONE) > 0) {
      String percent = owned.movePointRight(2).stripTrailingZeros().toPlainString();
      reading
          .problems()
          .add(
              fields.placeOf("owners"),
              "the owners of `"
                  + fields.text("id")
                  + "` hold at least "
                  + percent
                  + "% together; expected at most 100%");
    }
    return owners;
  }

  private static Figure probability(BookFields fields, BookReading reading) {
    Figure told = fields.quantity("default-probability", Figure.of(Interval.UNKNOWN));
    BigDecimal least = told.value().low();
    return least != null && least.compareTo(BigDecimal.ONE) > 0
        ? reading.standIn(Figure.of(Interval.ZERO))
        : told;
  }

  private static Figure share(BookFields fields, Tree found, BookReading reading) {
    Figure share = fields.quantity(found);
    BigDecimal least = share.value().low();
    return least != null && least.compareTo(BigDecimal.ONE) > 0
        ? reading.standIn(Figure.of(Interval.ZERO))
        : share;
  }

  private static void requireOther(
      BookFields party, String other, Place place, String refusal, BookReading reading) {
    if (other.equals(party.text("id"))) {
      reading.problems().add(place, "the party `" + other + "` cannot " + refusal);
    } else {
      reading.parties().require(other, place, reading.problems());
    }
  }
}
