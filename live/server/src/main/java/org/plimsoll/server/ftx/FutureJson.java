package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// A future, as `/futures` shows it.
final class FutureJson {
  private static final BigDecimal ONE = BigDecimal.ONE;

  private FutureJson() {}

  /// Returns a future.
  ///
  /// @param openLots what all longs have, which is what all shorts have
  static ObjectNode of(VenueView view, MarketTape tape, ListFuture future, BigDecimal openLots) {
    MarketDay day = tape.day(future.market());
    Prices prices = Prices.of(view, future, day);
    Grid grid = prices.grid();
    ObjectNode json = Json.object().put("name", future.name());
    addKind(json, view.asset(future.base()).code(), future.expiryNs());
    addState(json, view.marketState(future.market()));
    prices.addTo(json);
    BigDecimal mark = grid.price(view.futureMarkTicks(future.market()));
    addMarks(json, view, future, mark);
    addTerms(json, future, grid);
    MarketDay.Sums sums = day.sums(view.clockNs());
    json.put("volumeUsd24h", grid.value(sums.tickLots()));
    json.put("volume", Numbers.plain(grid.lot().multiply(sums.lots())));
    BigDecimal open = Numbers.plain(grid.lot().multiply(openLots));
    json.put("openInterest", open).put("openInterestUsd", Numbers.plain(open.multiply(mark)));
    return json;
  }

  private static void addKind(ObjectNode json, String underlying, long expiryNs) {
    boolean isPerpetual = expiryNs == 0;
    json.put("underlying", underlying).put("underlyingDescription", underlying);
    json.put("description", underlying + (isPerpetual ? " Perpetual Futures" : " Futures"));
    json.put("type", isPerpetual ? "perpetual" : "future");
    json.put("group", isPerpetual ? "perpetual" : "quarterly");
    json.set("expiry", Json.time(isPerpetual ? OptionalLong.empty() : OptionalLong.of(expiryNs)));
    json.put("expiryDescription", isPerpetual ? "Perpetual" : Times.iso(expiryNs).substring(0, 10));
    json.put("perpetual", isPerpetual).putNull("moveStart");
  }

  private static void addState(ObjectNode json, MarketState state) {
    json.put("expired", state == MarketState.DELISTED);
    json.put("enabled", state != MarketState.HALTED && state != MarketState.DELISTED);
    json.put("postOnly", state == MarketState.POST_ONLY);
    json.put("closeOnly", state == MarketState.CLOSE_ONLY);
  }

  private static void addMarks(
      ObjectNode json, VenueView view, ListFuture future, BigDecimal mark) {
    long indexE9 = view.indexE9(future.base());
    json.set("index", Json.number(indexE9 == 0 ? null : Numbers.e9(indexE9)));
    @Nullable BigDecimal known = mark.signum() == 0 ? null : mark;
    json.set("mark", Json.number(known));
    json.set("marginPrice", Json.number(known));
    BigDecimal band = Numbers.e9(view.limits(future.market()).bandE9());
    boolean isBound = known != null && band.signum() > 0;
    json.set(
        "lowerBound",
        Json.number(isBound ? Numbers.plain(mark.multiply(ONE.subtract(band))) : null));
    json.set(
        "upperBound", Json.number(isBound ? Numbers.plain(mark.multiply(ONE.add(band))) : null));
  }

  private static void addTerms(ObjectNode json, ListFuture future, Grid grid) {
    json.put("imfFactor", Numbers.e9(future.imfFactorE9()));
    json.put("imfWeight", Numbers.e9(future.imfWeightE9()));
    json.put("mmfWeight", Numbers.e9(future.mmfWeightE9()));
    json.put("positionLimitWeight", ONE);
    json.put("priceIncrement", Numbers.plain(grid.tick()));
    json.put("sizeIncrement", Numbers.plain(grid.lot()));
  }
}
