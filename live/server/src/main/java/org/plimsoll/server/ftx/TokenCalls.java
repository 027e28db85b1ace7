package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.List;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.ftx.History.Place;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Leveraged tokens. They are created and redeemed at once here, so nothing is ever pending.
final class TokenCalls {
  private static final int ROWS = 100;
  private static final Place<Kept.TokenOrder> PLACE =
      new Place<>(Kept.TokenOrder::timeNs, Kept.TokenOrder::id);

  private final Floor floor;
  private final History history;
  private final Catalog catalog;

  TokenCalls(Floor floor, History history, Catalog catalog) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "lt/tokens", _ -> tokens()),
        Route.of("GET", "etfs/rebalance_info", _ -> rebalancing()),
        Route.keyed("GET", "lt/balances", Scope.READ, this::balances),
        Route.keyed("GET", "lt/creations", Scope.READ, ask -> orders(ask, true)),
        Route.keyed("GET", "lt/redemptions", Scope.READ, ask -> orders(ask, false)),
        Route.keyed("POST", "lt/{token}/create", Scope.TRADE, this::create),
        Route.keyed("POST", "lt/{token}/redeem", Scope.TRADE, this::redeem),
        Route.of("GET", "lt/{token}", this::token));
  }

  private Outcome tokens() {
    return floor.show(
        view -> Json.list(view.leveragedTokens(), token -> TokenJson.of(view, token)));
  }

  private Outcome rebalancing() {
    return floor.show(view -> {
      ObjectNode json = Json.object();
      for (ListLeveragedToken token : view.leveragedTokens()) {
        RebalanceJson.of(view, token)
            .ifPresent(orders -> json.set(view.asset(token.asset()).code(), orders));
      }
      return json;
    });
  }

  private Outcome token(Ask ask) {
    return floor.show(view -> TokenJson.of(view, token(view, ask.name("token"))));
  }

  private static ListLeveragedToken token(VenueView view, String name) {
    return view.leveragedTokens().stream()
        .filter(token -> view.asset(token.asset()).code().equals(name))
        .findFirst()
        .orElseThrow(() -> new FtxError(404, "No such token: " + name));
  }

  private Outcome balances(Ask ask) {
    return floor.show(view -> {
      ArrayNode balances = Json.array();
      for (ListLeveragedToken token : view.leveragedTokens()) {
        DefineAsset asset = view.asset(token.asset());
        long balance = view.balance(ask.account(), token.asset());
        if (balance != 0) {
          balances
              .addObject()
              .put("token", asset.code())
              .put("balance", Numbers.scaled(balance, asset.decimals()));
        }
      }
      return balances;
    });
  }

  private Outcome create(Ask ask) {
    DefineAsset asset = asset(ask);
    long tokens = Amounts.of(ask.parameters().requiredDecimal("size"), asset);
    floor.send(new CreateToken(ask.account(), asset.asset(), tokens));
    Kept.TokenOrder order = last(ask.account(), asset.asset(), true);
    ObjectNode json = Json.object().put("id", order.id()).put("token", asset.code());
    json.put("requestedSize", Numbers.scaled(tokens, asset.decimals()));
    json.put("cost", money(order.worth() + order.fee())).put("pending", false);
    return Outcome.of(json.put("requestedAt", Times.iso(order.timeNs())));
  }

  private Outcome redeem(Ask ask) {
    DefineAsset asset = asset(ask);
    long tokens = Amounts.of(ask.parameters().requiredDecimal("size"), asset);
    floor.send(new RedeemToken(ask.account(), asset.asset(), tokens));
    Kept.TokenOrder order = last(ask.account(), asset.asset(), false);
    ObjectNode json = Json.object().put("id", order.id()).put("token", asset.code());
    json.put("size", Numbers.scaled(tokens, asset.decimals()));
    json.put("projectedProceeds", money(order.worth() - order.fee())).put("pending", false);
    return Outcome.of(json.put("requestedAt", Times.iso(order.timeNs())));
  }

  private DefineAsset asset(Ask ask) {
    return catalog.asset(floor.ask(view -> token(view, ask.name("token")).asset()));
  }

  private Kept.TokenOrder last(int account, int asset, boolean isCreation) {
    return history
        .ask(store ->
            History.filtered(
                span -> store.tokenOrders(account, span),
                Span.newest(1),
                order -> order.asset() == asset && order.isCreation() == isCreation,
                PLACE))
        .rows()
        .getFirst();
  }

  private Outcome orders(Ask ask, boolean areCreations) {
    Span span = History.span(ask.parameters(), ROWS, Span.LIMIT_MAX);
    Page<Kept.TokenOrder> page =
        history.ask(store ->
            History.filtered(
                rest -> store.tokenOrders(ask.account(), rest),
                span,
                order -> order.isCreation() == areCreations,
                PLACE));
    return Outcome.page(Json.list(page.rows(), this::json), page.hasMore());
  }

  private ObjectNode json(Kept.TokenOrder order) {
    DefineAsset asset = catalog.asset(order.asset());
    BigDecimal size = Numbers.scaled(order.tokens(), asset.decimals());
    String time = Times.iso(order.timeNs());
    ObjectNode json = Json.object().put("id", order.id()).put("token", asset.code());
    if (order.isCreation()) {
      json.put("requestedSize", size).put("createdSize", size);
      json.put("cost", money(order.worth() + order.fee()));
    } else {
      json.put("size", size).put("proceeds", money(order.worth() - order.fee()));
      json.put("projectedProceeds", money(order.worth() - order.fee()));
    }
    json.put("price", Numbers.quotient(money(order.worth()), size)).put("fee", money(order.fee()));
    return json.put("pending", false).put("requestedAt", time).put("fulfilledAt", time);
  }

  private BigDecimal money(long amount) {
    return Numbers.scaled(amount, catalog.asset(0).decimals());
  }
}
