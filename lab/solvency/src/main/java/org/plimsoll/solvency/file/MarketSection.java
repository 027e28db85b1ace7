package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;

/// Reads how much each market takes.
final class MarketSection {
  private MarketSection() {}

  static List<Market> read(Fields book, Reading reading) {
    Names names = new Names("market");
    List<Market> markets = new ArrayList<>();
    for (Tree item : book.items("markets")) {
      Fields fields = new Fields(item, reading);
      String asset = fields.text("asset");
      Place place = fields.placeOf("asset");
      reading.assets().require(asset, place, reading.problems());
      names.declare(asset, place, reading.problems());
      markets.add(new Market(asset, fields.quantity("depth", Figure.of(Interval.UNKNOWN))));
    }
    return markets;
  }
}
