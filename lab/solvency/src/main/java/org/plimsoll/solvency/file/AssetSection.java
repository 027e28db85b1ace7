package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.CollateralWeights;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Reads the assets of a book.
final class AssetSection {
  private static final Interval ONE = Interval.exactly(BigDecimal.ONE);

  private AssetSection() {}

  static List<Asset> read(BookFields book, BookReading reading) {
    List<Asset> assets = new ArrayList<>();
    for (Tree item : book.items("assets")) {
      assets.add(asset(new BookFields(item, reading), book.text("currency"), reading));
    }
    return assets;
  }

  private static Asset asset(BookFields fields, String currency, BookReading reading) {
    String id = fields.text("id");
    String issuer = fields.text("issuer");
    reading.parties().require(issuer, fields.placeOf("issuer"), reading.problems());
    Figure price = fields.quantity("price", Figure.of(Interval.UNKNOWN));
    if (id.equals(currency) && fields.has("price") && !price.value().equals(ONE)) {
      reading
          .problems()
          .add(
              fields.placeOf("price"),
              "the price of " + id + " must be 1, since prices of this book are in " + currency);
    }
    return new Asset(
        id,
        fields.choice("kind", Asset.Kind.OTHER),
        issuer.isEmpty() ? Optional.empty() : Optional.of(issuer),
        fields.choice("tier", Asset.Tier.ILLIQUID),
        price,
        fields.has("weights") ? Optional.of(weights(fields.nested("weights"))) : Optional.empty(),
        FeedbackFields.read(fields, reading));
  }

  static CollateralWeights weights(BookFields fields) {
    return new CollateralWeights(
        fields.number("initial", BigDecimal.ZERO),
        fields.number("total", BigDecimal.ZERO),
        fields.number("imf-factor", BigDecimal.ZERO));
  }

  /// Refuses every asset that is held or owed and has no price. To say that a price is not known is
  /// an answer; to say nothing is an oversight.
  static void requirePrices(BookFields book, BookReading reading) {
    for (Tree item : book.items("assets")) {
      BookFields fields = new BookFields(item, reading);
      Place use = reading.uses().get(fields.text("id"));
      if (use != null && !fields.has("price")) {
        reading
            .problems()
            .add(
                fields.place(),
                "the asset `"
                    + fields.text("id")
                    + "` has no price, but it is held or owed in "
                    + use.lineSeenFrom(fields.place())
                    + "; give it a `price`, which may be `unknown`");
      }
    }
  }
}
