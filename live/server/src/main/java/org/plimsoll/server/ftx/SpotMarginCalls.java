package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.venue.BalanceStanding;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Borrowing and lending. Rates are of the last hourly clearing; nobody knows the next one, so the
/// last is also the estimate of it.
final class SpotMarginCalls {
  private static final int HOURS = 48;
  private static final int ROWS = 500;

  private final Floor floor;
  private final History history;
  private final Catalog catalog;

  SpotMarginCalls(Floor floor, History history, Catalog catalog) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "spot_margin/history", this::rates),
        Route.of("GET", "spot_margin/borrow_summary", _ -> summary()),
        Route.keyed("GET", "spot_margin/borrow_rates", Scope.READ, _ -> borrowRates()),
        Route.keyed("GET", "spot_margin/lending_rates", Scope.READ, _ -> lendingRates()),
        Route.keyed("GET", "spot_margin/market_info", Scope.READ, this::market),
        Route.keyed("GET", "spot_margin/borrow_history", Scope.READ, this::borrowed),
        Route.keyed("GET", "spot_margin/lending_history", Scope.READ, this::lent),
        Route.keyed("GET", "spot_margin/offers", Scope.READ, this::offers),
        Route.keyed("POST", "spot_margin/offers", Scope.TRADE, this::offer),
        Route.keyed("GET", "spot_margin/lending_info", Scope.READ, this::lendingInfo),
        Route.keyed("GET", "spot_margin/borrow_info", Scope.READ, this::lendingInfo));
  }

  private Outcome rates(Ask ask) {
    Optional<String> coin = ask.parameters().text("coin");
    OptionalInt asset =
        coin.isEmpty() ? OptionalInt.empty() : OptionalInt.of(catalog.coin(coin.get()).asset());
    Span span = History.span(ask.parameters(), HOURS, coin.isEmpty() ? HOURS : Span.LIMIT_MAX);
    Page<Kept.LendingRate> page = history.ask(store -> store.lendingRates(asset, span));
    return Outcome.of(
        Json.list(
            page.rows(),
            row ->
                Json.object()
                    .put("coin", coin(row.asset()))
                    .put("time", Times.iso(row.timeNs()))
                    .put("size", amount(row.asset(), row.demand()))
                    .put("rate", Numbers.e9(row.borrowRateE9()))));
  }

  private Outcome summary() {
    return Outcome.of(
        Json.list(
            lastRates(),
            row ->
                Json.object()
                    .put("coin", coin(row.asset()))
                    .put("size", amount(row.asset(), row.demand()))));
  }

  private Outcome borrowRates() {
    return Outcome.of(lastRates(Kept.LendingRate::borrowRateE9));
  }

  private Outcome lendingRates() {
    return Outcome.of(lastRates(Kept.LendingRate::rateE9));
  }

  private ArrayNode lastRates(ToLongFunction<Kept.LendingRate> rateE9) {
    return Json.list(
        lastRates(),
        row -> {
          BigDecimal rate = Numbers.e9(rateE9.applyAsLong(row));
          return Json.object()
              .put("coin", coin(row.asset()))
              .put("previous", rate)
              .put("estimate", rate);
        });
  }

  /// Returns the last clearing of each coin that can be borrowed; one of nothing where there was
  /// none yet.
  private List<Kept.LendingRate> lastRates() {
    List<Integer> assets =
        floor.ask(view ->
            IntStream.range(0, view.assetCount()).filter(view::isCollateral).boxed().toList());
    return history.ask(store ->
        assets.stream()
            .map(asset ->
                store.lendingRates(OptionalInt.of(asset), Span.newest(1)).rows().stream()
                    .findFirst()
                    .orElse(new Kept.LendingRate(0, 0, asset, 0, 0, 0, 0)))
            .toList());
  }

  private Outcome market(Ask ask) {
    String name = ask.parameters().requiredText("market");
    List<Kept.LendingRate> rates = lastRates();
    return floor.show(view -> {
      if (!(Listings.market(view, name) instanceof ListMarket spot)) {
        throw FtxError.invalid("market");
      }
      return Json.list(
          List.of(spot.base(), spot.quote()),
          asset -> marketSide(view, ask.account(), asset, rates));
    });
  }

  private static ObjectNode marketSide(
      VenueView view, int account, int asset, List<Kept.LendingRate> rates) {
    BalanceStanding standing = view.balanceStanding(account, asset);
    int decimals = view.asset(asset).decimals();
    BigDecimal rate =
        rates.stream()
            .filter(row -> row.asset() == asset)
            .map(row -> Numbers.e9(row.borrowRateE9()))
            .findFirst()
            .orElse(BigDecimal.ZERO);
    return Json.object()
        .put("coin", view.asset(asset).code())
        .put("borrowed", Numbers.scaled(standing.borrowed(), decimals))
        .put("free", Numbers.scaled(standing.free(), decimals))
        .put("estimatedRate", rate)
        .put("previousRate", rate);
  }

  private Outcome borrowed(Ask ask) {
    Span span = History.span(ask.parameters(), ROWS, Span.LIMIT_MAX);
    Page<Kept.Interest> page = history.ask(store -> store.borrowHistory(ask.account(), span));
    return floor.show(view -> Json.list(page.rows(), row -> borrowed(view, row)));
  }

  /// The fee is what the borrower pays above what lenders get; it is not told hour by hour, so it
  /// is worked out from the terms of now.
  private static ObjectNode borrowed(VenueView view, Kept.Interest row) {
    int decimals = view.asset(row.asset()).decimals();
    BigDecimal cost = Numbers.scaled(row.amount(), decimals);
    BigDecimal markup = Numbers.e9(view.lendingTakerFeeE9()).multiply(FEES_PER_RATE);
    BigDecimal fee = Numbers.quotient(cost.multiply(markup), BigDecimal.ONE.add(markup));
    return json(row, view.asset(row.asset()))
        .put("cost", cost)
        .put("feeUsd", BalanceJson.worth(view, row.asset(), fee));
  }

  /// Borrowers pay one and 500 taker fees for each one that lenders get.
  private static final BigDecimal FEES_PER_RATE = BigDecimal.valueOf(500);

  private Outcome lent(Ask ask) {
    Span span = History.span(ask.parameters(), ROWS, Span.LIMIT_MAX);
    Page<Kept.Interest> page = history.ask(store -> store.lendingHistory(ask.account(), span));
    return Outcome.of(
        Json.list(
            page.rows(),
            row -> {
              BigDecimal proceeds = amount(row.asset(), row.amount());
              return json(row, catalog.asset(row.asset()))
                  .put("cost", proceeds)
                  .put("proceeds", proceeds);
            }));
  }

  private static ObjectNode json(Kept.Interest row, DefineAsset coin) {
    return Json.object()
        .put("coin", coin.code())
        .put("time", Times.iso(row.timeNs()))
        .put("size", Numbers.scaled(row.size(), coin.decimals()))
        .put("rate", Numbers.e9(row.rateE9()));
  }

  private Outcome offers(Ask ask) {
    return floor.show(view -> {
      ArrayNode offers = Json.array();
      for (int asset = 0; asset < view.assetCount(); asset++) {
        long offered = view.offered(ask.account(), asset);
        if (offered > 0) {
          offers
              .addObject()
              .put("coin", view.asset(asset).code())
              .put("size", Numbers.scaled(offered, view.asset(asset).decimals()))
              .put("rate", Numbers.e9(view.offeredRateE9(ask.account(), asset)));
        }
      }
      return offers;
    });
  }

  private Outcome offer(Ask ask) {
    Parameters parameters = ask.parameters();
    DefineAsset coin = catalog.coin(parameters.requiredText("coin"));
    long amount = Amounts.ofZeroOrMore(parameters.requiredDecimal("size"), coin);
    BigDecimal rate =
        amount == 0
            ? parameters.decimal("rate").orElse(BigDecimal.ZERO)
            : parameters.requiredDecimal("rate");
    if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      throw FtxError.invalid("rate");
    }
    long rateE9 = rate.movePointRight(9).setScale(0, java.math.RoundingMode.UP).longValueExact();
    floor.send(new OfferLending(ask.account(), coin.asset(), amount, rateE9));
    return Outcome.nothing();
  }

  private Outcome lendingInfo(Ask ask) {
    return floor.show(view -> lendingInfo(view, ask.account()));
  }

  private static JsonNode lendingInfo(VenueView view, int account) {
    ArrayNode rows = Json.array();
    for (int asset = 0; asset < view.assetCount(); asset++) {
      long balance = Math.max(0, view.balance(account, asset));
      long offered = view.offered(account, asset);
      if (balance > 0 || offered > 0) {
        int decimals = view.asset(asset).decimals();
        ObjectNode row = rows.addObject().put("coin", view.asset(asset).code());
        row.put("lendable", Numbers.scaled(balance, decimals));
        row.put("locked", Numbers.scaled(view.lent(account, asset), decimals));
        row.set(
            "minRate",
            Json.number(offered == 0 ? null : Numbers.e9(view.offeredRateE9(account, asset))));
        row.put("offered", Numbers.scaled(offered, decimals));
      }
    }
    return rows;
  }

  private String coin(int asset) {
    return catalog.asset(asset).code();
  }

  private BigDecimal amount(int asset, long amount) {
    return Numbers.scaled(amount, catalog.asset(asset).decimals());
  }
}
