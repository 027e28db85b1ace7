package org.plimsoll.server.ftx;

import java.util.List;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.protocol.TokenCommand.UnstakeToken;
import org.plimsoll.server.ftx.History.Place;
import org.plimsoll.server.keys.Scope;
import org.plimsoll.server.store.Kept;
import org.plimsoll.server.store.Kept.StakeKind;
import org.plimsoll.server.store.Page;
import org.plimsoll.server.store.Span;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The exchange token, staked. What a stake brings is lower fees, and no rewards besides.
final class StakingCalls {
  private static final int ROWS = 100;
  private static final Place<Kept.Stake> PLACE = new Place<>(Kept.Stake::timeNs, Kept.Stake::id);

  private final Floor floor;
  private final History history;

  StakingCalls(Floor floor, History history) {
    this.floor = floor;
    this.history = history;
  }

  List<Route> routes() {
    return List.of(
        Route.keyed("GET", "staking/stakes", Scope.READ, this::stakes),
        Route.keyed("POST", "staking/stakes", Scope.TRADE, this::stake),
        Route.keyed("POST", "srm_stakes/stakes", Scope.TRADE, this::stake),
        Route.keyed("GET", "staking/balances", Scope.READ, this::balances),
        Route.keyed("GET", "staking/unstake_requests", Scope.READ, this::requests),
        Route.keyed("POST", "staking/unstake_requests", Scope.TRADE, this::unstake),
        Route.keyed("GET", "staking/staking_rewards", Scope.READ, _ -> Outcome.of(Json.array())));
  }

  private Outcome stake(Ask ask) {
    DefineAsset token = token(ask.parameters());
    long amount = Amounts.of(ask.parameters().requiredDecimal("size"), token);
    floor.send(new StakeToken(ask.account(), amount));
    return Outcome.of(json(last(ask, StakeKind.STAKED), token));
  }

  private Outcome unstake(Ask ask) {
    DefineAsset token = token(ask.parameters());
    long amount = Amounts.of(ask.parameters().requiredDecimal("size"), token);
    floor.send(new UnstakeToken(ask.account(), amount));
    ObjectNode json = json(last(ask, StakeKind.ASKED_BACK), token).put("status", "pending");
    return Outcome.of(
        json.put("unlockAt", Times.iso(floor.ask(view -> view.unstakedNs(ask.account())))));
  }

  private Outcome stakes(Ask ask) {
    DefineAsset token = token();
    Page<Kept.Stake> page = page(ask, StakeKind.STAKED);
    return Outcome.of(Json.list(page.rows(), stake -> json(stake, token)));
  }

  private Outcome balances(Ask ask) {
    DefineAsset token = token();
    return floor.show(view -> {
      ObjectNode json = Json.object().put("coin", token.code());
      json.put(
          "staked", Numbers.scaled(view.staked(ask.account(), token.asset()), token.decimals()));
      json.put(
          "scheduledToUnstake", Numbers.scaled(view.unstaking(ask.account()), token.decimals()));
      return Json.array().add(json.put("lifetimeRewards", 0));
    });
  }

  /// What waits is one sum here, however often it was asked for.
  private Outcome requests(Ask ask) {
    DefineAsset token = token();
    return floor.show(view -> requests(view, ask.account(), token));
  }

  private static ArrayNode requests(VenueView view, int account, DefineAsset token) {
    ArrayNode rows = Json.array();
    if (view.unstaking(account) > 0) {
      rows.addObject()
          .put("coin", token.code())
          .put("size", Numbers.scaled(view.unstaking(account), token.decimals()))
          .put("status", "pending")
          .put("unlockAt", Times.iso(view.unstakedNs(account)));
    }
    return rows;
  }

  private static ObjectNode json(Kept.Stake stake, DefineAsset token) {
    return Json.object()
        .put("id", stake.id())
        .put("coin", token.code())
        .put("size", Numbers.scaled(stake.amount(), token.decimals()))
        .put("createdAt", Times.iso(stake.timeNs()));
  }

  private Kept.Stake last(Ask ask, StakeKind kind) {
    return page(ask, kind).rows().getFirst();
  }

  private Page<Kept.Stake> page(Ask ask, StakeKind kind) {
    return history.ask(store ->
        History.filtered(
            span -> store.stakes(ask.account(), span),
            Span.newest(ROWS),
            stake -> stake.kind() == kind,
            PLACE));
  }

  private DefineAsset token(Parameters parameters) {
    DefineAsset token = token();
    if (!parameters.requiredText("coin").equals(token.code())) {
      throw FtxError.invalid("coin");
    }
    return token;
  }

  private DefineAsset token() {
    return floor.ask(view ->
        view.exchangeToken()
            .map(terms -> view.asset(terms.asset()))
            .orElseThrow(() -> new FtxError(404, "No such coin")));
  }
}
