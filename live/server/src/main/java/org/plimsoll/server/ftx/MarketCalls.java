package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.margin.Funding;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.server.file.Dealer;
import org.plimsoll.server.stream.Levels;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What anybody may see of markets, futures and coins as they are now.
final class MarketCalls {
  private static final int DEPTH = 20;

  private final Floor floor;
  private final Tapes tapes;
  private final Optional<Dealer> dealer;

  MarketCalls(Floor floor, Tapes tapes, Optional<Dealer> dealer) {
    this.floor = floor;
    this.tapes = tapes;
    this.dealer = dealer;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "markets", this::markets),
        Route.of("GET", "markets/{market*}/orderbook", this::orderBook),
        Route.of("GET", "markets/{market*}", this::market),
        Route.of("GET", "futures", _ -> futures(false)),
        Route.of("GET", "expired_futures", _ -> futures(true)),
        Route.of("GET", "futures/{future}/stats", this::stats),
        Route.of("GET", "futures/{future}", this::future),
        Route.of("GET", "coins", _ -> coins()),
        Route.of("GET", "wallet/coins", _ -> coins()),
        Route.of("GET", "indexes/{index}/weights", this::weights));
  }

  private Outcome markets(Ask ask) {
    return floor.show(
        view -> Json.list(view.markets(), market -> MarketJson.of(view, tapes.markets(), market)));
  }

  private Outcome market(Ask ask) {
    return floor.show(
        view -> MarketJson.of(view, tapes.markets(), Listings.market(view, ask.name("market"))));
  }

  private Outcome orderBook(Ask ask) {
    long depth = ask.parameters().whole("depth").orElse(DEPTH);
    return floor.show(view -> {
      var listing = Listings.market(view, ask.name("market"));
      int shown = (int) Math.min(depth, Levels.DEPTH_MAX);
      return LevelsJson.of(Levels.of(view, listing.market(), shown), Grid.of(view, listing));
    });
  }

  private Outcome futures(boolean areExpired) {
    return floor.show(view ->
        Json.list(
            Listings.futures(view).stream()
                .filter(future -> isExpired(view, future) == areExpired)
                .toList(),
            future -> json(view, future)));
  }

  private static boolean isExpired(VenueView view, ListFuture future) {
    return view.marketState(future.market()) == MarketState.DELISTED;
  }

  private Outcome future(Ask ask) {
    return floor.show(view -> json(view, Listings.future(view, ask.name("future"))));
  }

  private JsonNode json(VenueView view, ListFuture future) {
    return FutureJson.of(
        view, tapes.markets(), future, tapes.positions().openLots(future.market()));
  }

  private Outcome stats(Ask ask) {
    return floor.show(view -> stats(view, Listings.future(view, ask.name("future"))));
  }

  /// Returns the figures of a future. What funding the next hour brings is not known yet: it is
  /// shown as if the premium of now stood for all of it.
  private ObjectNode stats(VenueView view, ListFuture future) {
    Grid grid = Grid.of(view, future);
    MarketDay.Sums sums = tapes.markets().day(future.market()).sums(view.clockNs());
    ObjectNode json = Json.object();
    json.put("volume", Numbers.plain(grid.lot().multiply(sums.lots())));
    json.put(
        "openInterest",
        Numbers.plain(grid.lot().multiply(tapes.positions().openLots(future.market()))));
    long markTicks = view.futureMarkTicks(future.market());
    long indexE9 = view.indexE9(future.base());
    if (future.expiryNs() == 0) {
      json.set("nextFundingRate", Json.number(fundingRate(grid.price(markTicks), indexE9)));
      json.put("nextFundingTime", Times.iso(DueWork.FUNDING.next(view.clockNs())));
    } else {
      boolean isOver = isExpired(view, future);
      BigDecimal mark = markTicks == 0 ? null : grid.price(markTicks);
      json.set("expirationPrice", Json.number(isOver ? mark : null));
      json.set("predictedExpirationPrice", Json.number(indexE9 == 0 ? null : Numbers.e9(indexE9)));
    }
    return json;
  }

  private static BigDecimal fundingRate(BigDecimal mark, long indexE9) {
    if (mark.signum() == 0 || indexE9 == 0) {
      return BigDecimal.ZERO;
    }
    long markE9 = mark.movePointRight(9).longValue();
    long premiumE9 = Funding.premiumE9(markE9, indexE9);
    return Numbers.e9(Math.floorDiv(premiumE9, 24));
  }

  private Outcome coins() {
    return floor.show(view ->
        Json.list(
            IntStream.range(0, view.assetCount()).boxed().toList(),
            asset ->
                CoinJson.of(
                    view, asset, dealer.filter(each -> each.converts(view, asset)).isPresent())));
  }

  /// An index here is the price of one coin.
  private Outcome weights(Ask ask) {
    return floor.show(view -> {
      String code = ask.name("index");
      Listings.coin(view, code);
      return Json.object().put(code, 1);
    });
  }
}
