package org.plimsoll.server.ftx;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.protocol.AccountCommand.OpenSubaccount;
import org.plimsoll.protocol.CashCommand.MoveAsset;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.Name;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// The subaccounts of an owner, and what is moved between them. Only a key that acts for the main
/// account sees or moves anything but its own.
final class SubaccountCalls {
  private static final int TRIES_MAX = 20;
  private static final String MAIN = "main";

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
        Route.keyed("POST", "subaccounts/transfer", Scope.TRADE, this::transfer),
        Route.keyed("GET", "subaccounts/{nickname*}/balances", Scope.READ, this::balances),
        Route.keyed("GET", "wallet/balances", Scope.READ, this::ownBalances),
        Route.keyed("GET", "wallet/all_balances", Scope.READ, this::allBalances));
  }

  /// Returns the subaccounts of an owner by number.
  static List<Integer> of(VenueView view, int owner) {
    return IntStream.range(0, view.accounts().size())
        .filter(account -> account != owner && view.owner(account) == owner)
        .boxed()
        .toList();
  }

  /// Returns an owner's subaccount of a name.
  static OptionalInt named(VenueView view, int owner, String nickname) {
    return of(view, owner).stream()
        .filter(account -> view.accounts().get(account).name().equals(nickname))
        .mapToInt(account -> account)
        .findFirst();
  }

  private Outcome list(Ask ask) {
    int owner = owner(ask);
    return floor.show(
        view -> Json.list(of(view, owner), account -> json(view.accounts().get(account).name())));
  }

  /// A subaccount stays for ever, and so does its name.
  private static ObjectNode json(String nickname) {
    return Json.object()
        .put("nickname", nickname)
        .put("deletable", false)
        .put("editable", false)
        .put("competition", false);
  }

  /// The number is the next one; whoever else opens an account at the same time may take it first.
  private Outcome open(Ask ask) {
    int owner = owner(ask);
    String nickname = ask.parameters().requiredText("nickname");
    if (!Name.isValid(nickname) || nickname.equals(MAIN)) {
      throw FtxError.invalid("nickname");
    }
    for (int i = 0; i < TRIES_MAX; i++) {
      int next =
          floor.ask(view -> {
            if (named(view, owner, nickname).isPresent()) {
              throw new FtxError(400, "Subaccount nickname already exists");
            }
            return view.accounts().size();
          });
      Answer answer = floor.attempt(new OpenSubaccount(next, owner, nickname));
      boolean isTaken =
          answer instanceof Answer.Refused refused
              && refused.why().reason() == RefusalReason.NUMBER_NOT_NEXT;
      if (!isTaken) {
        Floor.done(answer);
        return Outcome.of(json(nickname));
      }
    }
    throw new FtxError(503, "Please try again");
  }

  private Outcome transfer(Ask ask) {
    int owner = owner(ask);
    Parameters parameters = ask.parameters();
    DefineAsset coin = catalog.coin(parameters.requiredText("coin"));
    long amount = Amounts.of(parameters.requiredDecimal("size"), coin);
    String source = parameters.text("source").orElse(MAIN);
    String destination = parameters.text("destination").orElse(MAIN);
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
    return nickname.equals(MAIN) ? "main account" : nickname;
  }

  private int account(int owner, String nickname) {
    return nickname.equals(MAIN)
        ? owner
        : floor.ask(view -> named(view, owner, nickname)).orElseThrow(SubaccountCalls::unknown);
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
      ObjectNode json = Json.object().set(MAIN, BalanceJson.all(view, owner));
      for (int account : of(view, owner)) {
        json.set(view.accounts().get(account).name(), BalanceJson.all(view, account));
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
