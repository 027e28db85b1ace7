package org.plimsoll.server.ftx;

import java.util.List;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.AccountCommand.RenameAccount;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// The subaccounts of an owner, and what is moved between them. Only a key that acts for the main
/// account sees or moves anything but its own.
final class SubaccountCalls {
  private final Floor floor;
  private final Catalog catalog;

  SubaccountCalls(Floor floor, Catalog catalog) {
    this.floor = floor;
    this.catalog = catalog;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "subaccounts", Scope.READ, this::list),
        Route.keyed("POST", "subaccounts", Scope.TRADE, this::open),
        Route.keyed("DELETE", "subaccounts", Scope.TRADE, this::delete),
        Route.keyed("POST", "subaccounts/update_name", Scope.TRADE, this::rename),
        Route.keyed("POST", "subaccounts/transfer", Scope.TRADE, this::transfer),
        Route.keyed("GET", "subaccounts/{nickname*}/balances", Scope.READ, this::balances),
        Route.keyed("GET", "wallet/balances", Scope.READ, this::ownBalances),
        Route.keyed("GET", "wallet/all_balances", Scope.READ, this::allBalances));
  }

  private Outcome list(Ask ask) {
    int owner = owner(ask);
    return floor.show(view ->
        Json.list(
            Nicknames.subaccounts(view, owner), account -> json(Nicknames.of(view, account))));
  }

  private static ObjectNode json(String nickname) {
    return Json.object()
        .put("nickname", nickname)
        .put("deletable", true)
        .put("editable", true)
        .put("competition", false);
  }

  private Outcome open(Ask ask) {
    int owner = owner(ask);
    String nickname = newName(ask, "nickname");
    Answer answer =
        floor.follow(view -> {
          requireFree(view, owner, nickname);
          return new OpenSubaccount(view.accounts().size(), owner, nickname);
        });
    if (answer instanceof Answer.Refused(_, CommandRefused refused)
        && refused.reason() == RefusalReason.NUMBER_NOT_NEXT) {
      throw new FtxError(503, "Please try again"); // an operator has just opened another account
    }
    Floor.done(answer);
    return Outcome.of(json(nickname));
  }

  private Outcome rename(Ask ask) {
    int owner = owner(ask);
    String nickname = ask.parameters().requiredText("nickname");
    String wanted = newName(ask, "newNickname");
    Floor.done(
        floor.follow(view -> {
          int account =
              Nicknames.named(view, owner, nickname).orElseThrow(SubaccountCalls::unknown);
          requireFree(view, owner, wanted);
          return new RenameAccount(account, wanted);
        }));
    return Outcome.nothing();
  }

  private static String newName(Ask ask, String parameter) {
    String nickname = ask.parameters().requiredText(parameter);
    if (!Nicknames.isValid(nickname)) {
      throw FtxError.invalid(parameter);
    }
    return nickname;
  }

  private static void requireFree(VenueView view, int owner, String nickname) {
    if (Nicknames.named(view, owner, nickname).isPresent()) {
      throw new FtxError(400, "Subaccount nickname already exists");
    }
  }

  /// An account that something came to while it lost its name has it back.
  private Outcome delete(Ask ask) {
    int owner = owner(ask);
    String nickname = ask.parameters().requiredText("nickname");
    int account =
        floor
            .ask(view -> Nicknames.named(view, owner, nickname))
            .orElseThrow(SubaccountCalls::unknown);
    Floor.done(
        floor.follow(view -> {
          requireEmpty(view, account);
          return new RenameAccount(account, Nicknames.deleted(account));
        }));
    if (!floor.ask(view -> new Emptiness(view, account).holds())) {
      floor.send(new RenameAccount(account, nickname));
      throw notEmpty();
    }
    return Outcome.nothing();
  }

  private static void requireEmpty(VenueView view, int account) {
    if (!new Emptiness(view, account).holds()) {
      throw notEmpty();
    }
  }

  private static FtxError notEmpty() {
    return new FtxError(400, "Subaccount is not empty");
  }

  private Outcome transfer(Ask ask) {
    int owner = owner(ask);
    Parameters parameters = ask.parameters();
    DefineAsset coin = catalog.coin(parameters.requiredText("coin"));
    long amount = Amounts.of(parameters.requiredDecimal("size"), coin);
    String source = parameters.text("source").orElse(Nicknames.MAIN);
    String destination = parameters.text("destination").orElse(Nicknames.MAIN);
    int from = account(owner, source);
    int to = account(owner, destination);
    Happening happening = floor.pay(new MoveAsset(from, to, coin.asset(), amount));
    ObjectNode json = Json.object().put("id", happening.sequence()).put("coin", coin.code());
    json.put("size", Numbers.scaled(amount, coin.decimals()));
    json.put("time", Times.iso(floor.clockNs()));
    json.put("notes", "Transfer from %s to %s".formatted(shown(source), shown(destination)));
    return Outcome.of(json.put("status", "complete"));
  }

  private static String shown(String nickname) {
    return nickname.equals(Nicknames.MAIN) ? "main account" : nickname;
  }

  private int account(int owner, String nickname) {
    return nickname.equals(Nicknames.MAIN)
        ? owner
        : floor
            .ask(view -> Nicknames.named(view, owner, nickname))
            .orElseThrow(SubaccountCalls::unknown);
  }

  private Outcome balances(Ask ask) {
    int account = account(owner(ask), ask.name("nickname"));
    return floor.show(view -> BalanceJson.all(view, account));
  }

  private Outcome ownBalances(Ask ask) {
    return floor.show(view -> BalanceJson.all(view, ask.account()));
  }

  private Outcome allBalances(Ask ask) {
    int owner = owner(ask);
    return floor.show(view -> {
      ObjectNode json = Json.object().set(Nicknames.MAIN, BalanceJson.all(view, owner));
      for (int account : Nicknames.subaccounts(view, owner)) {
        json.set(Nicknames.of(view, account), BalanceJson.all(view, account));
      }
      return json;
    });
  }

  private static int owner(Ask ask) {
    if (ask.account() != ask.principal().owner()) {
      throw new FtxError(403, "Not authorized for subaccount-specific access");
    }
    return ask.account();
  }

  private static FtxError unknown() {
    return new FtxError(404, "No such subaccount");
  }
}
