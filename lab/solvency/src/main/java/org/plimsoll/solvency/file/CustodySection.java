package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Names;

/// Reads what is really there, and where.
final class CustodySection {
  private CustodySection() {}

  static List<Custody> read(BookFields book, BookReading reading) {
    Names names = new Names("custody entry");
    List<Custody> custody = new ArrayList<>();
    reading.entries(book, "custody", fields -> custody.add(custody(fields, names, reading)));
    return custody;
  }

  private static Custody custody(BookFields fields, Names names, BookReading reading) {
    String location = fields.text("location");
    String asset = fields.text("asset");
    reading.useAsset(asset, fields.placeOf("asset"));
    names.declare(location + "/" + asset, fields.placeOf("location"), reading.problems());
    Custody entry =
        new Custody(
            location,
            fields.choice("kind", Custody.Kind.OTHER),
            asset,
            fields.quantity("quantity", Figure.of(Interval.UNKNOWN)),
            fields.quantity("encumbered", Figure.of(Interval.ZERO)));
    requirePledgeable(entry, fields, reading);
    return entry;
  }

  private static void requirePledgeable(Custody entry, BookFields fields, BookReading reading) {
    BigDecimal pledged = entry.encumbered().value().low();
    BigDecimal held = entry.quantity().value().high();
    if (pledged != null && held != null && pledged.compareTo(held) > 0) {
      reading
          .problems()
          .add(
              fields.placeOf("encumbered"),
              "at least "
                  + pledged.toPlainString()
                  + " is encumbered, but at most "
                  + held.toPlainString()
                  + " is held");
    }
  }
}
