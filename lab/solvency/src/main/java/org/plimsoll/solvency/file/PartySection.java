package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;

/// Reads the parties of a book, their relations and their owners.
final class PartySection {
  private PartySection() {}

  static List<Party> read(Fields book, Reading reading) {
    List<Party> parties = new ArrayList<>();
    for (Tree item : book.items("parties")) {
      Fields fields = new Fields(item, reading);
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

  private static List<String> relations(Fields fields, Reading reading) {
    List<String> related = new ArrayList<>();
    for (Tree.Scalar name : fields.texts("related-to")) {
      requireOther(fields, name.text(), name.place(), "be related to itself", reading);
      related.add(name.text());
    }
    return related;
  }

  private static List<Party.Ownership> owners(Fields fields, Reading reading) {
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

  private static Figure probability(Fields fields, Reading reading) {
    Figure told = fields.quantity("default-probability", Figure.of(Interval.UNKNOWN));
    BigDecimal least = told.value().low();
    return least != null && least.compareTo(BigDecimal.ONE) > 0
        ? reading.standIn(Figure.of(Interval.ZERO))
        : told;
  }

  private static Figure share(Fields fields, Tree found, Reading reading) {
    Figure share = fields.quantity(found);
    BigDecimal least = share.value().low();
    return least != null && least.compareTo(BigDecimal.ONE) > 0
        ? reading.standIn(Figure.of(Interval.ZERO))
        : share;
  }

  private static void requireOther(
      Fields party, String other, Place place, String refusal, Reading reading) {
    if (other.equals(party.text("id"))) {
      reading.problems().add(place, "the party `" + other + "` cannot " + refusal);
    } else {
      reading.parties().require(other, place, reading.problems());
    }
  }
}
