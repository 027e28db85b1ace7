package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.text.Names;
import org.plimsoll.text.Place;
import org.plimsoll.text.Tree;

/// Reads how much each market takes.
final class MarketSection {
  private MarketSection() {}

  static List<Market> read(BookFields book, BookReading reading) {
    Names names = new Names("market");
    List<Market> markets = new ArrayList<>();
    for (Tree item : book.items("markets")) {
      BookFields fields = new BookFields(item, reading);
      String asset = fields.text("asset");
      Place place = fields.placeOf("asset");
      reading.assets().require(asset, place, reading.problems());
      names.declare(asset, place, reading.problems());
      markets.add(market(asset, fields));
    }
    return markets;
  }

  private static Market market(String asset, BookFields fields) {
    Figure untold = Figure.of(Interval.UNKNOWN);
    BigDecimal participation =
        fields.number("participation", Market.DEFAULT_PARTICIPATION).min(BigDecimal.ONE);
    return new Market(
        asset,
        fields.quantity("depth", untold),
        fields.quantity("adv", untold),
        fields.quantity("daily-vol", untold),
        fields.quantity("visible-depth", untold),
        participation.signum() > 0 ? participation : Market.DEFAULT_PARTICIPATION);
  }
}
