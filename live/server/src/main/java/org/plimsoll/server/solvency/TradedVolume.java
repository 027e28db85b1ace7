package org.plimsoll.server.solvency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.solvency.book.Interval;

/// What has been traded of each market in the last seven days, by hours.
final class TradedVolume {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int HOURS = 7 * 24;
  private static final int E9_DECIMALS = 9;

  private final SortedMap<Integer, SortedMap<Long, BigDecimal>> tickLots = new TreeMap<>();
  private long firstNs = Long.MAX_VALUE;

  /// Adds what an event says.
  ///
  /// @param clockNs the venue's clock
  void on(Event event, long clockNs) {
    if (clockNs > 0) {
      firstNs = Math.min(firstNs, clockNs);
    }
    if (event instanceof TradeExecuted trade) {
      SortedMap<Long, BigDecimal> hours =
          tickLots.computeIfAbsent(trade.market(), _ -> new TreeMap<>());
      hours.merge(
          clockNs / HOUR_NS,
          BigDecimal.valueOf(trade.priceTicks()).multiply(BigDecimal.valueOf(trade.quantityLots())),
          BigDecimal::add);
      hours.headMap(clockNs / HOUR_NS - HOURS).clear();
    }
  }

  /// Returns the mean daily volume of a market in the unit of account; unknown before a day has
  /// passed.
  Interval daily(MarketListing market, VenuePicture picture) {
    long hours = Math.min(HOURS, (picture.clockNs() - firstNs) / HOUR_NS);
    if (hours < 24) {
      return Interval.UNKNOWN;
    }
    BigDecimal sum =
        tickLots
            .getOrDefault(market.market(), new TreeMap<>())
            .tailMap(picture.clockNs() / HOUR_NS - hours)
            .values()
            .stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal aDay = money(sum, market, picture).multiply(BigDecimal.valueOf(24));
    return Interval.exactly(aDay.divide(BigDecimal.valueOf(hours), MathContext.DECIMAL64));
  }

  /// Returns so many lots times ticks in the unit of account.
  static BigDecimal money(BigDecimal tickLots, MarketListing market, VenuePicture picture) {
    int decimals = E9_DECIMALS + picture.assets().get(market.base()).definition().decimals();
    return tickLots
        .multiply(BigDecimal.valueOf(market.tickE9()))
        .multiply(BigDecimal.valueOf(market.lot()))
        .movePointLeft(decimals);
  }
}
