package org.plimsoll.server.solvency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.mirror.VenuePicture.PicturedMarket;
import org.plimsoll.mirror.VenuePicture.PicturedOrder;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.units.Side;

/// How much of each asset its spot market takes, as far as the venue itself can see: bids within 2
/// % of the best one, and what is traded in a day. What other venues would take is not counted, so
/// a venue that is one of many looks less liquid than it is.
final class LiveDepth {
  private static final BigDecimal NEAR = new BigDecimal("0.98");

  private LiveDepth() {}

  static List<Market> of(VenuePicture picture, TradedVolume volume, DailyMoves moves) {
    SortedMap<Integer, BigDecimal> bids = bids(picture);
    List<Market> markets = new ArrayList<>();
    for (PicturedMarket market : picture.markets()) {
      if (market.listing() instanceof ListMarket spot) {
        BigDecimal visible = bids.getOrDefault(spot.market(), BigDecimal.ZERO);
        markets.add(
            new Market(
                picture.assets().get(spot.base()).definition().code(),
                Figure.of(Interval.UNKNOWN),
                Figure.of(volume.daily(spot, picture)),
                Figure.of(moves.daily(spot.base())),
                Figure.of(Interval.exactly(TradedVolume.money(visible, spot, picture))),
                Market.DEFAULT_PARTICIPATION));
      }
    }
    return markets;
  }

  private static SortedMap<Integer, BigDecimal> bids(VenuePicture picture) {
    SortedMap<Integer, Long> best = new TreeMap<>();
    for (PicturedOrder order : picture.orders()) {
      if (order.side() == Side.BUY) {
        best.merge(order.market(), order.priceTicks(), Math::max);
      }
    }
    SortedMap<Integer, BigDecimal> sums = new TreeMap<>();
    for (PicturedOrder order : picture.orders()) {
      BigDecimal price = BigDecimal.valueOf(order.priceTicks());
      if (order.side() == Side.BUY
          && price.compareTo(
                  NEAR.multiply(BigDecimal.valueOf(best.getOrDefault(order.market(), 0L))))
              >= 0) {
        sums.merge(
            order.market(),
            price.multiply(BigDecimal.valueOf(order.leavesLots())),
            BigDecimal::add);
      }
    }
    return sums;
  }
}
