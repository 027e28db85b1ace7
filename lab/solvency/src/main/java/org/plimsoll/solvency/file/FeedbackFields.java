package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Names;
import org.plimsoll.text.Tree;

/// Reads what an asset's entry tells of how its price acts on itself.
final class FeedbackFields {
  private static final Figure UNTOLD = Figure.of(Interval.UNKNOWN);

  private FeedbackFields() {}

  static Feedback read(BookFields asset, BookReading reading) {
    return new Feedback(
        nested(asset, "own-token").map(fields -> ownToken(asset, fields, reading)),
        nested(asset, "emission").map(fields -> emission(fields, reading)),
        nested(asset, "run").map(FeedbackFields::run),
        leveragedTokens(asset, reading));
  }

  private static Optional<BookFields> nested(BookFields asset, String key) {
    return asset.has(key) ? Optional.of(asset.nested(key)) : Optional.empty();
  }

  private static Feedback.OwnToken ownToken(
      BookFields asset, BookFields fields, BookReading reading) {
    if (!asset.has("issuer")) {
      reading
          .problems()
          .add(
              asset.placeOf("own-token"),
              "an own token follows the equity of its issuer; name the `issuer` of `"
                  + asset.text("id")
                  + "`");
    }
    return new Feedback.OwnToken(
        fields.quantity("supply", UNTOLD),
        fields.quantity("independent-value", UNTOLD),
        fields.quantity("per-equity", UNTOLD));
  }

  private static Feedback.Emission emission(BookFields fields, BookReading reading) {
    String supporter = fields.text("supporter");
    reading.parties().require(supporter, fields.placeOf("supporter"), reading.problems());
    return new Feedback.Emission(
        fields.quantity("per-day", UNTOLD),
        fields.quantity("inflow", UNTOLD),
        supporter.isEmpty() ? Optional.empty() : Optional.of(supporter));
  }

  private static Feedback.Run run(BookFields fields) {
    return new Feedback.Run(
        fields.share("base", UNTOLD),
        fields.quantity("sensitivity", UNTOLD),
        fields.share("sold", UNTOLD));
  }

  private static List<Feedback.LeveragedToken> leveragedTokens(
      BookFields asset, BookReading reading) {
    Names names = new Names("leveraged token");
    List<Feedback.LeveragedToken> tokens = new ArrayList<>();
    for (Tree item : asset.items("leveraged-tokens")) {
      BookFields fields = new BookFields(item, reading);
      names.declare(fields.text("name"), fields.placeOf("name"), reading.problems());
      tokens.add(
          new Feedback.LeveragedToken(
              fields.text("name"),
              leverage(fields, reading),
              fields.quantity("net-asset-value", UNTOLD)));
    }
    return tokens;
  }

  private static BigDecimal leverage(BookFields fields, BookReading reading) {
    BigDecimal leverage = fields.number("leverage", BigDecimal.ONE);
    if (leverage.signum() > 0 && leverage.compareTo(BigDecimal.ONE) < 0) {
      reading
          .problems()
          .add(
              fields.placeOf("leverage"),
              "`leverage` is "
                  + leverage.toPlainString()
                  + ", between 0 and 1; a leveraged token holds at least 1 times the asset, or is short of it");
      return BigDecimal.ONE;
    }
    return leverage;
  }
}
