package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.plimsoll.protocol.AccountCommand.SetLeverage;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.TokenEvent.FeesFixed;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.AccountStanding;
import org.plimsoll.venue.PositionStanding;
import org.plimsoll.venue.Rules;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where an account stands: what it is worth, what is required of it, its positions.
final class AccountCalls {
  private final Floor floor;
  private final Tapes tapes;

  AccountCalls(Floor floor, Tapes tapes) {
    this.floor = floor;
    this.tapes = tapes;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "account", Scope.READ, this::account),
        Route.keyed("POST", "account/leverage", Scope.TRADE, this::setLeverage),
        Route.keyed("GET", "positions", Scope.READ, this::positions));
  }

  private Outcome setLeverage(Ask ask) {
    if (ask.parameters().decimal("leverage").isEmpty()) {
      throw FtxError.missing("leverage");
    }
    long leverage = ask.parameters().whole("leverage").orElse(0);
    int most = floor.ask(VenueView::marginEra).profile().leverageMax();
    if (leverage < 1 || leverage > most) {
      throw FtxError.invalid("leverage");
    }
    floor.send(new SetLeverage(ask.account(), (int) leverage));
    return Outcome.nothing();
  }

  private Outcome positions(Ask ask) {
    boolean withAverages = ask.parameters().flag("showAvgPrice");
    return floor.show(view -> positions(view, ask.account(), withAverages));
  }

  private ArrayNode positions(VenueView view, int account, boolean withAverages) {
    ArrayNode positions = Json.array();
    for (var future : Listings.futures(view)) {
      PositionStanding standing = view.positionStanding(account, future.market());
      if (PositionJson.isThere(standing)) {
        PositionStory story = tapes.positions().story(account, future.market());
        positions.add(PositionJson.of(view, future, standing, story, withAverages));
      }
    }
    return positions;
  }

  private Outcome account(Ask ask) {
    return floor.show(view -> account(view, ask.account()));
  }

  private ObjectNode account(VenueView view, int account) {
    AccountStanding standing = view.standing(account);
    int decimals = view.asset(0).decimals();
    ObjectNode json = Json.object();
    json.put("username", view.accounts().get(view.owner(account)).name());
    addSwitches(json, view, account);
    json.put("collateral", Numbers.scaled(standing.collateral(), decimals));
    json.put("freeCollateral", Numbers.scaled(standing.freeCollateral(), decimals));
    json.put("totalAccountValue", Numbers.scaled(standing.value(), decimals));
    json.put("totalPositionSize", Numbers.scaled(standing.notional() - standing.debts(), decimals));
    addFractions(json, standing, view.leverage(account));
    addFees(json, view, view.owner(account));
    json.putNull("positionLimit").putNull("positionLimitUsed");
    return json.set("positions", positions(view, account, false));
  }

  private static void addSwitches(ObjectNode json, VenueView view, int account) {
    json.put("backstopProvider", view.pledge(account).perMinute() > 0);
    json.put("liquidating", view.marginStage(account) != MarginStage.HEALTHY);
    boolean mayBorrow = view.rules() != Rules.CASH;
    json.put(
        "useFttCollateral",
        view.exchangeToken().map(t -> view.isCollateral(t.asset())).orElse(false));
    json.put("chargeInterestOnNegativeUsd", mayBorrow).put("spotMarginEnabled", mayBorrow);
    json.put("spotLendingEnabled", mayBorrow && view.custodyPolicy() != CustodyPolicy.SEGREGATED);
  }

  /// Without positions and debts the requirements are those of the first one to come.
  private static void addFractions(ObjectNode json, AccountStanding standing, int leverage) {
    BigDecimal first = Numbers.quotient(BigDecimal.ONE, BigDecimal.valueOf(leverage));
    OptionalLong initial = standing.initialFractionE9();
    OptionalLong maintenance = standing.maintenanceFractionE9();
    json.put(
        "initialMarginRequirement", initial.isEmpty() ? first : Numbers.e9(initial.getAsLong()));
    json.put(
        "maintenanceMarginRequirement",
        maintenance.isEmpty() ? MAINTENANCE : Numbers.e9(maintenance.getAsLong()));
    json.set("marginFraction", number(standing.marginFractionE9()));
    json.set("openMarginFraction", number(standing.openMarginFractionE9()));
    json.put("leverage", leverage);
  }

  private static final BigDecimal MAINTENANCE = new BigDecimal("0.03");

  private static JsonNode number(OptionalLong numberE9) {
    return Json.number(numberE9.isEmpty() ? null : Numbers.e9(numberE9.getAsLong()));
  }

  private static void addFees(ObjectNode json, VenueView view, int owner) {
    FeesFixed fees =
        view.fees().stream()
            .filter(each -> each.account() == owner)
            .findFirst()
            .orElse(VenueView.firstFees(owner));
    json.put("makerFee", Numbers.e9(fees.makerE9())).put("takerFee", Numbers.e9(fees.takerE9()));
  }
}
