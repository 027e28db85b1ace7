package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plimsoll.server.ftx.Catalog.Traded;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.venue.VenueView;

/// What anybody may see of the past: trades, candles, funding.
final class TapeCalls {
  private static final int TRADES = 100;
  private static final int FUNDING = 500;

  private final Floor floor;
  private final History history;
  private final Catalog catalog;
  private final Tapes tapes;

  TapeCalls(Floor floor, History history, Catalog catalog, Tapes tapes) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
    this.tapes = tapes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "markets/{market*}/trades", this::trades),
        Route.of("GET", "markets/{market*}/candles", this::candles),
        Route.of("GET", "indexes/{index}/candles", this::indexCandles),
        Route.of("GET", "funding_rates", this::fundingRates));
  }

  private Outcome trades(Ask ask) {
    Traded market = catalog.market(ask.name("market"));
    Span span = History.span(ask.parameters(), TRADES, Span.LIMIT_MAX);
    Page<Kept.Trade> page = history.ask(store -> store.trades(market.market(), span));
    return Outcome.of(Json.list(page.rows(), trade -> TradeJson.of(trade, market)));
  }

  private Outcome candles(Ask ask) {
    Traded market = catalog.market(ask.name("market"));
    CandleSpan span = CandleSpan.of(ask.parameters(), floor.clockNs());
    if (span.count() == 0) {
      return Outcome.of(Json.array());
    }
    List<Kept.Candle> known =
        history.ask(store ->
            store.candles(
                market.market(), span.seconds(), span.firstNs(), span.endNs(), span.count()));
    Optional<BigDecimal> before =
        history
            .ask(store -> store.trades(market.market(), Span.between(0, span.firstNs() - 1, 1)))
            .rows()
            .stream()
            .map(trade -> market.grid().price(trade.priceTicks()))
            .findFirst();
    List<CandleJson> candles = known.stream().map(candle -> candle(candle, market.grid())).toList();
    return Outcome.of(span.json(candles, before, BigDecimal.ZERO));
  }

  private static CandleJson candle(Kept.Candle candle, Grid grid) {
    return new CandleJson(
        candle.startNs(),
        grid.price(candle.openTicks()),
        grid.price(candle.highTicks()),
        grid.price(candle.lowTicks()),
        grid.price(candle.closeTicks()),
        grid.value(BigDecimal.valueOf(candle.volumeTickLots())));
  }

  private Outcome indexCandles(Ask ask) {
    CandleSpan span = CandleSpan.of(ask.parameters(), floor.clockNs());
    return floor.show(view -> {
      int asset = Listings.coin(view, ask.name("index"));
      IndexBars bars = tapes.indexes().bars(asset);
      List<CandleJson> known =
          bars.between(span.firstNs(), span.lastNs(), span.seconds()).stream()
              .map(TapeCalls::candle)
              .toList();
      Optional<BigDecimal> before = bars.before(span.firstNs(), span.seconds()).map(Numbers::e9);
      return span.json(known, before, null);
    });
  }

  private static CandleJson candle(IndexBars.Bar bar) {
    return new CandleJson(
        bar.startNs(),
        Numbers.e9(bar.openE9()),
        Numbers.e9(bar.highE9()),
        Numbers.e9(bar.lowE9()),
        Numbers.e9(bar.closeE9()),
        null);
  }

  private Outcome fundingRates(Ask ask) {
    Optional<String> future = ask.parameters().text("future");
    OptionalInt market =
        future.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(future.get()));
    Span span = History.span(ask.parameters(), FUNDING, FUNDING);
    Page<Kept.FundingRate> page = history.ask(store -> store.fundingRates(market, span));
    return Outcome.of(
        Json.list(
            page.rows(),
            rate ->
                Json.object()
                    .put("future", catalog.market(rate.market()).name())
                    .put("rate", Numbers.e9(rate.rateE9()))
                    .put("time", Times.iso(rate.timeNs()))));
  }

  private int number(String future) {
    return floor.ask((VenueView view) -> Listings.future(view, future).market());
  }
}
