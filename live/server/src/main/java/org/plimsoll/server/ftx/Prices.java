package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a market costs: best prices, the last one, and how it has changed. Zero ticks are no price.
///
/// @param price the median of bid, ask and last, or what there is of them
record Prices(Grid grid, long bid, long ask, long last, BigDecimal price, Changes changes) {
  private static final long NANOS_PER_HOUR = 3_600 * Times.NANOS_PER_SECOND;
  private static final long NANOS_PER_DAY = 24 * NANOS_PER_HOUR;

  /// The price against what it was, as a part of that; null where nothing was traded.
  record Changes(
      @Nullable BigDecimal hour, @Nullable BigDecimal day, @Nullable BigDecimal sinceMidnight) {}

  static Prices of(VenueView view, MarketListing listing, MarketDay day) {
    Grid grid = Grid.of(view, listing);
    long bid = view.bestTicks(listing.market(), Side.BUY);
    long ask = view.bestTicks(listing.market(), Side.SELL);
    long last = day.lastTicks();
    BigDecimal price = median(grid, bid, ask, last);
    long nowNs = view.clockNs();
    Changes changes =
        new Changes(
            change(grid, price, day.ticksAt(nowNs - NANOS_PER_HOUR)),
            change(grid, price, day.ticksAt(nowNs - NANOS_PER_DAY)),
            change(grid, price, day.ticksAt(nowNs - Math.floorMod(nowNs, NANOS_PER_DAY))));
    return new Prices(grid, bid, ask, last, price, changes);
  }

  /// Adds the fields that every market has.
  void addTo(ObjectNode json) {
    json.set("last", ticks(last));
    json.set("bid", ticks(bid));
    json.set("ask", ticks(ask));
    json.set("change1h", Json.number(changes.hour));
    json.set("change24h", Json.number(changes.day));
    json.set("changeBod", Json.number(changes.sinceMidnight));
  }

  JsonNode ticks(long ticks) {
    return Json.number(ticks == 0 ? null : grid.price(ticks));
  }

  private static BigDecimal median(Grid grid, long bid, long ask, long last) {
    long[] known = LongStream.of(bid, ask, last).filter(ticks -> ticks > 0).toArray();
    Arrays.sort(known);
    return switch (known.length) {
      case 0 -> BigDecimal.ZERO;
      case 2 -> Numbers.plain(grid.price(known[0] + known[1]).multiply(new BigDecimal("0.5")));
      default -> grid.price(known[known.length / 2]);
    };
  }

  private static @Nullable BigDecimal change(Grid grid, BigDecimal price, OptionalLong before) {
    return before.isEmpty() || price.signum() == 0
        ? null
        : Numbers.quotient(price, grid.price(before.getAsLong())).subtract(BigDecimal.ONE);
  }
}
