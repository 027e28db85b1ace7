package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// A market, as `/markets` shows it.
final class MarketJson {
  /// The notional in dollars above which an order is a large one, as published.
  private static final int LARGE_ORDER = 3_000;

  private MarketJson() {}

  static ObjectNode of(VenueView view, MarketTape tape, MarketListing listing) {
    MarketDay day = tape.day(listing.market());
    Prices prices = Prices.of(view, listing, day);
    ObjectNode json = Json.object();
    json.put("name", listing.name());
    addKind(json, view, listing);
    addState(json, view.marketState(listing.market()));
    addSteps(json, view, listing, prices.grid());
    prices.addTo(json);
    json.set("price", Json.number(prices.price().signum() == 0 ? null : prices.price()));
    addDay(json, prices.grid(), day.sums(view.clockNs()));
    return json;
  }

  private static void addKind(ObjectNode json, VenueView view, MarketListing listing) {
    String base = view.asset(listing.base()).code();
    switch (listing) {
      case ListMarket spot -> {
        json.put("baseCurrency", base).put("quoteCurrency", view.asset(spot.quote()).code());
        json.putNull("underlying").put("type", "spot").putNull("futureType");
      }
      case ListFuture future -> {
        json.putNull("baseCurrency").putNull("quoteCurrency");
        json.put("underlying", base).put("type", "future");
        json.put("futureType", future.expiryNs() == 0 ? "perpetual" : "future");
      }
    }
    boolean isToken =
        view.leveragedTokens().stream().anyMatch(token -> token.asset() == listing.base());
    json.put("isEtfMarket", isToken).put("tokenizedEquity", false);
  }

  private static void addState(ObjectNode json, MarketState state) {
    json.put("enabled", state != MarketState.HALTED && state != MarketState.DELISTED);
    json.put("postOnly", state == MarketState.POST_ONLY);
    json.put("restricted", false).put("highLeverageFeeExempt", true);
  }

  private static void addSteps(ObjectNode json, VenueView view, MarketListing listing, Grid grid) {
    long minimum = Math.max(1, view.limits(listing.market()).minimumLots());
    json.put("priceIncrement", Numbers.plain(grid.tick()));
    json.put("sizeIncrement", Numbers.plain(grid.lot()));
    json.put("minProvideSize", grid.size(minimum));
    json.put("largeOrderThreshold", LARGE_ORDER);
  }

  private static void addDay(ObjectNode json, Grid grid, MarketDay.Sums sums) {
    BigDecimal value = grid.value(sums.tickLots());
    json.put("quoteVolume24h", value).put("volumeUsd24h", value);
    json.set(
        "priceHigh24h", Json.number(sums.highTicks() == 0 ? null : grid.price(sums.highTicks())));
    json.set(
        "priceLow24h", Json.number(sums.highTicks() == 0 ? null : grid.price(sums.lowTicks())));
  }
}
