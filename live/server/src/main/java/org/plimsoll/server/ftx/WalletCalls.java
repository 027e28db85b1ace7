package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.WithdrawalStatus;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// What comes to the venue and leaves it. There is no chain behind it: a deposit address is the
/// place in custody and the account to be credited, which whoever runs the venue can credit, and a
/// withdrawal leaves custody for an address that nobody keeps.
final class WalletCalls {
  private static final int ROWS = 100;

  private final Floor floor;
  private final History history;
  private final Catalog catalog;

  WalletCalls(Floor floor, History history, Catalog catalog) {
    this.floor = floor;
    this.history = history;
    this.catalog = catalog;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "wallet/deposit_address/{coin}", Scope.READ, this::depositAddress),
        Route.keyed("POST", "wallet/deposit_address/list", Scope.READ, this::depositAddresses),
        Route.keyed("GET", "wallet/deposits", Scope.READ, this::deposits),
        Route.keyed("GET", "wallet/withdrawals", Scope.READ, this::withdrawals),
        Route.keyed("POST", "wallet/withdrawals", Scope.WITHDRAW, this::withdraw),
        Route.keyed("GET", "wallet/withdrawal_fee", Scope.READ, this::withdrawalFee),
        Route.keyed("GET", "wallet/airdrops", Scope.READ, _ -> Outcome.of(Json.array())));
  }

  private Outcome depositAddress(Ask ask) {
    return Outcome.of(address(ask.account(), catalog.coin(ask.name("coin"))));
  }

  private Outcome depositAddresses(Ask ask) {
    return Outcome.of(
        Json.list(
            ask.parameters().items(),
            item -> address(ask.account(), catalog.coin(item.requiredText("coin")))));
  }

  private ObjectNode address(int account, DefineAsset coin) {
    int custody = floor.ask(view -> fullest(view, coin.asset()));
    String place = floor.ask(view -> view.custody().get(custody).name());
    return Json.object()
        .put("address", place + "/" + account)
        .putNull("tag")
        .put("method", method(coin))
        .put("coin", coin.code());
  }

  /// Returns the custody location that has most of an asset.
  private static int fullest(VenueView view, int asset) {
    int fullest = 0;
    for (int custody = 1; custody < view.custody().size(); custody++) {
      if (view.onHand(custody, asset) > view.onHand(fullest, asset)) {
        fullest = custody;
      }
    }
    if (view.custody().isEmpty()) {
      throw FtxError.unsupported("this venue keeps nothing in custody");
    }
    return fullest;
  }

  private Outcome deposits(Ask ask) {
    Span span = History.span(ask.parameters(), ROWS, Span.LIMIT_MAX);
    Page<Kept.Deposit> page = history.ask(store -> store.deposits(ask.account(), span));
    return Outcome.page(Json.list(page.rows(), this::json), page.hasMore());
  }

  private ObjectNode json(Kept.Deposit row) {
    DefineAsset coin = catalog.asset(row.asset());
    String time = Times.iso(row.timeNs());
    ObjectNode json = Json.object().put("id", row.id()).put("coin", coin.code());
    json.put("size", Numbers.scaled(row.amount(), coin.decimals())).put("status", "complete");
    json.put("time", time).put("sentTime", time).put("confirmedTime", time);
    json.put("confirmations", 0).put("fee", 0).putNull("txid");
    return json.put("method", method(coin)).putNull("notes");
  }

  private Outcome withdrawals(Ask ask) {
    Span span = History.span(ask.parameters(), ROWS, Span.LIMIT_MAX);
    Page<Kept.Withdrawal> page = history.ask(store -> store.withdrawals(ask.account(), span));
    return Outcome.page(Json.list(page.rows(), this::json), page.hasMore());
  }

  private ObjectNode json(Kept.Withdrawal row) {
    DefineAsset coin = catalog.asset(row.asset());
    ObjectNode json = Json.object().put("id", row.id()).put("coin", coin.code());
    json.put("size", Numbers.scaled(row.amount(), coin.decimals()));
    json.putNull("address").putNull("tag").put("fee", 0);
    json.put(
        "status",
        switch (row.status()) {
          case REQUESTED -> "requested";
          case SENT -> "complete";
          case CANCELED -> "cancelled";
        });
    json.put("time", Times.iso(row.timeNs())).putNull("txid");
    return json.put("method", method(coin)).putNull("notes");
  }

  private Outcome withdraw(Ask ask) {
    Parameters parameters = ask.parameters();
    DefineAsset coin = catalog.coin(parameters.requiredText("coin"));
    long amount = Amounts.of(parameters.requiredDecimal("size"), coin);
    parameters.requiredText("address");
    int custody = floor.ask(view -> fullest(view, coin.asset()));
    Happening happening =
        floor.pay(new WithdrawAsset(ask.account(), coin.asset(), amount, custody));
    long number =
        happening.events().stream()
            .filter(WithdrawalRequested.class::isInstance)
            .map(event -> ((WithdrawalRequested) event).withdrawal())
            .findFirst()
            .orElseThrow();
    return Outcome.of(
        json(
            new Kept.Withdrawal(
                number,
                floor.clockNs(),
                ask.account(),
                coin.asset(),
                amount,
                custody,
                WithdrawalStatus.REQUESTED,
                OptionalLong.empty())));
  }

  private Outcome withdrawalFee(Ask ask) {
    DefineAsset coin = catalog.coin(ask.parameters().requiredText("coin"));
    return Outcome.of(
        Json.object()
            .put("method", method(coin))
            .put("address", ask.parameters().requiredText("address"))
            .put("fee", BigDecimal.ZERO)
            .put("congested", false));
  }

  private static String method(DefineAsset coin) {
    return coin.code().toLowerCase(Locale.ROOT);
  }
}
