package org.plimsoll.server.ftx;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Queries;
import org.plimsoll.server.store.Span;
import tools.jackson.databind.node.ObjectNode;

/// What an account has traded, and what its positions have cost.
final class FillCalls {
  private static final int FILLS = 100;

  private final History history;
  private final Catalog catalog;

  FillCalls(History history, Catalog catalog) {
    this.history = history;
    this.catalog = catalog;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "fills", Scope.READ, this::fills),
        Route.keyed("GET", "funding_payments", Scope.READ, this::fundingPayments));
  }

  private Outcome fills(Ask ask) {
    Parameters parameters = ask.parameters();
    Span newest = History.span(parameters, FILLS, Span.LIMIT_MAX);
    Span span = parameters.text("order").equals(Optional.of("asc")) ? newest.ascending() : newest;
    OptionalInt market = market(parameters.text("market"));
    OptionalLong order = parameters.whole("orderId");
    Page<Kept.Fill> page =
        history.ask(store ->
            order.isPresent()
                ? ofOrder(store, ask.account(), order.getAsLong(), span)
                : store.fills(ask.account(), market, span));
    boolean areAllMeant = market.isEmpty() && order.isEmpty();
    return areAllMeant
        ? merged(page, history.ask(store -> store.conversions(ask.account(), span)), span)
        : Outcome.page(Json.list(page.rows(), this::json), page.hasMore());
  }

  /// Returns trades and conversions in the order of their times.
  private Outcome merged(Page<Kept.Fill> fills, Page<Kept.Quote> conversions, Span span) {
    Comparator<Dated> byTime = Comparator.comparingLong(Dated::timeNs);
    List<ObjectNode> rows =
        Stream.concat(
                fills.rows().stream().map(fill -> new Dated(fill.timeNs(), json(fill))),
                conversions.rows().stream().map(row -> new Dated(row.timeNs(), json(row))))
            .sorted(span.isAscending() ? byTime : byTime.reversed())
            .map(Dated::json)
            .toList();
    boolean isCut = rows.size() > span.limit();
    return Outcome.page(
        Json.list(rows.subList(0, Math.min(rows.size(), span.limit())), json -> json),
        isCut || fills.hasMore() || conversions.hasMore());
  }

  private record Dated(long timeNs, ObjectNode json) {}

  private ObjectNode json(Kept.Quote accepted) {
    return QuoteJson.fill(
        accepted, catalog.asset(accepted.fromAsset()), catalog.asset(accepted.toAsset()));
  }

  /// Nobody sees the fills of an order that is not his.
  private static Page<Kept.Fill> ofOrder(Queries store, int account, long order, Span span) {
    boolean isOwn = store.order(order).map(Kept.Order::account).equals(Optional.of(account));
    return isOwn ? store.fillsOfOrder(order, span) : new Page<>(List.of(), false);
  }

  private ObjectNode json(Kept.Fill fill) {
    return FillJson.of(fill, catalog.market(fill.market()), catalog.asset(fill.feeAsset()));
  }

  private Outcome fundingPayments(Ask ask) {
    OptionalInt market = market(ask.parameters().text("future"));
    Span span = History.span(ask.parameters(), FILLS, Span.LIMIT_MAX);
    Page<Kept.FundingPayment> page =
        history.ask(store -> store.fundingPayments(ask.account(), market, span));
    int decimals = catalog.asset(0).decimals();
    return Outcome.page(
        Json.list(
            page.rows(),
            row ->
                Json.object()
                    .put("id", row.id())
                    .put("future", catalog.market(row.market()).name())
                    .put("payment", Numbers.scaled(row.payment(), decimals))
                    .put("time", Times.iso(row.timeNs()))
                    .put("rate", Numbers.e9(row.rateE9()))),
        page.hasMore());
  }

  private OptionalInt market(Optional<String> name) {
    return name.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(catalog.market(name.get()).market());
  }
}
